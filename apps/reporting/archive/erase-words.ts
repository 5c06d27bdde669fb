import { eventWords, withoutWords } from '@reglament/contracts';
import type { ClickHouse } from '@reglament/platform/clickhouse';
import { WORDS } from '../store/clickhouse/tables.ts';

/** A request of an erased person. */
export interface Erased {
  readonly tenant: string;
  readonly requestId: string;
}

const TENANT = /^[a-z][a-z0-9-]{0,62}$/;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Events rewritten by one statement: their payloads stand in it. */
const AT_ONCE = 500;

interface Said {
  readonly id: string;
  readonly type: string;
  readonly payload: string;
}

const list = (values: Iterable<string>): string => [...values].map((value) => `'${value}'`).join(', ');
/** A text as SQL says it. */
export const text = (value: string): string => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/**
 * Takes people's words out of what the archive keeps of these requests: out of the events' payloads and of every table made of them, copies
 * that are not merged yet included. The parts on disk are written anew before this returns. Rows, ids, moments and whatever is counted stay, and
 * doing it again changes nothing.
 * @throws the network's error when ClickHouse is away
 */
export async function eraseWords(house: ClickHouse, erased: readonly Erased[]): Promise<void> {
  for (const [tenant, requests] of Map.groupBy(erased, (one) => one.tenant)) {
    if (!TENANT.test(tenant)) throw new Error(`${tenant} is not a tenant’s name`);
    const ids = new Set(requests.map(({ requestId }) => requestId).filter((id) => ID.test(id)));
    if (ids.size === 0) continue;
    await rewriteEvents(house, tenant, ids);
    for (const { table, blank } of WORDS) {
      await rewrite(house, table, blank, `tenant = '${tenant}' AND request_id IN (${list(ids)})`);
    }
  }
}

async function rewriteEvents(house: ClickHouse, tenant: string, ids: ReadonlySet<string>): Promise<void> {
  const types = list(eventWords.keys());
  // What is said of an incident goes by the incident's id and names the request inside.
  const ours = `(subject_id IN (${list(ids)}) OR JSONExtractString(payload, 'requestId') IN (${list(ids)}))`;
  const condition = `tenant = '${tenant}' AND type IN (${types}) AND ${ours}`;
  const answer = await house.client.query({
    query: `SELECT DISTINCT toString(id) AS id, type, payload FROM ${house.database}.events WHERE ${condition}`,
    format: 'JSONEachRow',
  });
  const rows = (await answer.json<Said>()).flatMap(({ id, type, payload }) => {
    const blank = blankOf(type, payload);
    return blank === payload ? [] : [{ id, blank }];
  });
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE);
    const [from_, to] = [list(some.map(({ id }) => id)), some.map(({ blank }) => text(blank)).join(', ')];
    const blank = `payload = transform(toString(id), [${from_}], [${to}], payload)`;
    await rewrite(house, 'events', blank, `${condition} AND id IN (${from_})`);
  }
}

/** A faulty payload is nobody's to read: it goes whole. */
function blankOf(type: string, payload: string): string {
  try {
    return JSON.stringify(withoutWords(type, JSON.parse(payload) as object));
  } catch {
    return '{}';
  }
}

/** Changes rows of a table and returns when the parts on disk are written anew. */
export const rewrite = (house: ClickHouse, table: string, blank: string, condition: string): Promise<unknown> =>
  house.client.command({
    query: `ALTER TABLE ${house.database}.${table} UPDATE ${blank} WHERE ${condition}`,
    clickhouse_settings: { mutations_sync: '2' },
  });

/** Erases in turns: while one runs, the next gathers, so that many requests erased together are one rewriting. */
export class WordEraser {
  readonly #erase: (erased: readonly Erased[]) => Promise<void>;
  #gathered: Erased[] = [];
  #next: Promise<void> | undefined;
  #running: Promise<void> = Promise.resolve();

  /** @param before what needs the words for the last time, such as to forget them elsewhere */
  constructor(house: ClickHouse, before: (erased: readonly Erased[]) => Promise<unknown> = async () => undefined) {
    this.#erase = async (erased) => {
      await before(erased);
      await eraseWords(house, erased);
    };
  }

  /** Resolves when this request's words are gone; rejects when they could not be taken out now. */
  add(erased: Erased): Promise<void> {
    this.#gathered.push(erased);
    this.#next ??= this.#running.then(() => {
      const all = this.#gathered;
      this.#gathered = [];
      this.#next = undefined;
      const turn = this.#erase(all);
      // The next turn comes whatever became of this one; who waits for this one hears of it.
      this.#running = turn.catch(() => undefined);
      return turn;
    });
    return this.#next;
  }
}
