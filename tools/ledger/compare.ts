/** Compares what was accepted with what is elsewhere. Pure: sets in, findings out. */

/** An event as its publisher's outbox has it. */
export interface Accepted {
  readonly id: string;
  readonly tenant: string;
  readonly type: string;
  /** Milliseconds since 1970. */
  readonly recordedAt: number;
  /** Old enough to have left its stream; then it is not missed there. */
  readonly mayHaveAgedOut: boolean;
}

/** What one service has taken into effect of one publisher's events. */
export interface Consumed {
  readonly service: string;
  /** The types it handles, and from which moment of recording on. */
  readonly since: ReadonlyMap<string, number>;
  readonly inbox: ReadonlySet<string>;
  /** Events that wait as dead letters: told apart, for they need a person. */
  readonly dead: ReadonlySet<string>;
}

/** Everything about one publisher. */
export interface Books {
  readonly source: string;
  readonly accepted: readonly Accepted[];
  /** How often each id stands in the stream; null when the stream does not exist. */
  readonly stream: ReadonlyMap<string, number> | null;
  readonly consumers: readonly Consumed[];
  /** How often each id stands in the archive; null when nobody archives this publisher. */
  readonly archive: ReadonlyMap<string, number> | null;
}

export type Fault =
  | 'not published'
  | 'published twice'
  | 'not consumed'
  | 'dead letter'
  | 'not archived'
  | 'archived twice'
  | 'never accepted';

/** Something that is not as it should be, for one tenant and type. */
export interface Problem {
  readonly fault: Fault;
  /** Where: a stream, a service, the archive. */
  readonly where: string;
  readonly source: string;
  readonly tenant: string;
  readonly type: string;
  readonly ids: readonly string[];
}

/** A line of the ledger: one tenant, one type. */
export interface Line {
  readonly tenant: string;
  readonly type: string;
  readonly source: string;
  accepted: number;
  published: number;
  /** Per service that handles the type. */
  readonly consumed: Record<string, number>;
  /** null where nobody archives. */
  archived: number | null;
}

export interface Findings {
  readonly lines: readonly Line[];
  readonly problems: readonly Problem[];
}

/** One publisher's books against each other. */
export function compare(books: Books): Findings {
  const lines = new Map<string, Line>();
  const problems = new Problems(books.source);
  const known = new Set<string>();
  for (const event of books.accepted) {
    known.add(event.id);
    const line = lineOf(lines, books, event);
    line.accepted += 1;
    const copies = books.stream?.get(event.id) ?? 0;
    if (copies > 0) line.published += 1;
    else if (event.mayHaveAgedOut) line.published += 1;
    else problems.add('not published', 'stream', event);
    if (copies > 1) problems.add('published twice', 'stream', event);
    consumedOf(books, event, line, problems);
    if (books.archive === null || line.archived === null) continue;
    const archived = books.archive.get(event.id) ?? 0;
    if (archived > 0) line.archived += 1;
    else problems.add('not archived', 'archive', event);
    if (archived > 1) problems.add('archived twice', 'archive', event);
  }
  strangers(books, known, problems);
  return { lines: [...lines.values()].sort(byTenantAndType), problems: problems.all() };
}

function consumedOf(books: Books, event: Accepted, line: Line, problems: Problems): void {
  for (const { service, since, inbox, dead } of books.consumers) {
    const from = since.get(event.type);
    if (from === undefined || event.recordedAt < from) continue;
    if (inbox.has(event.id)) line.consumed[service] = (line.consumed[service] ?? 0) + 1;
    else {
      line.consumed[service] ??= 0;
      problems.add(dead.has(event.id) ? 'dead letter' : 'not consumed', service, event);
    }
  }
}

/** What is somewhere and was never accepted here: from another house, or from before a restored backup. */
function strangers(books: Books, known: ReadonlySet<string>, problems: Problems): void {
  const unknown = { tenant: '?', type: '?' };
  for (const id of books.stream?.keys() ?? [])
    if (!known.has(id)) problems.add('never accepted', 'stream', { id, ...unknown });
  for (const id of books.archive?.keys() ?? [])
    if (!known.has(id)) problems.add('never accepted', 'archive', { id, ...unknown });
}

function lineOf(lines: Map<string, Line>, books: Books, { tenant, type }: Accepted): Line {
  const key = `${tenant} ${type}`;
  let line = lines.get(key);
  if (line === undefined) {
    const archived = books.archive === null ? null : 0;
    line = { tenant, type, source: books.source, accepted: 0, published: 0, consumed: {}, archived };
    lines.set(key, line);
  }
  return line;
}

const byTenantAndType = (a: Line, b: Line): number => a.tenant.localeCompare(b.tenant) || a.type.localeCompare(b.type);

/** Gathers ids by fault, place, tenant and type. */
class Problems {
  readonly #source: string;
  readonly #ids = new Map<string, { problem: Omit<Problem, 'ids'>; ids: string[] }>();

  constructor(source: string) {
    this.#source = source;
  }

  add(
    fault: Fault,
    where: string,
    event: { readonly id: string; readonly tenant: string; readonly type: string },
  ): void {
    const { tenant, type } = event;
    const key = [fault, where, tenant, type].join(' ');
    let entry = this.#ids.get(key);
    if (entry === undefined) {
      entry = { problem: { fault, where, source: this.#source, tenant, type }, ids: [] };
      this.#ids.set(key, entry);
    }
    entry.ids.push(event.id);
  }

  all(): Problem[] {
    return [...this.#ids.values()].map(({ problem, ids }) => ({ ...problem, ids }));
  }
}
