/** Letters kept as files: `<id>.eml` each, and one index line per letter so that a list needs no parsing. */
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import PostalMime, { type Address } from 'postal-mime';

export interface LetterLine {
  readonly id: string;
  /** When it arrived here: real time, UTC. */
  readonly at: string;
  readonly tenant: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
}

export interface Letter extends LetterLine {
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The list remembers this many; older letters stay on disk. */
const REMEMBERED = 50_000;

function written(address: Address | undefined): string {
  if (address === undefined) return '';
  if (address.address === undefined) return address.name;
  return address.name === '' ? address.address : `${address.name} <${address.address}>`;
}

async function read(id: string, at: string, raw: Uint8Array): Promise<Letter> {
  const mail = await PostalMime.parse(raw);
  const headers: Record<string, string> = {};
  for (const { key, value } of mail.headers) headers[key] = value;
  return {
    id,
    at,
    tenant: headers['x-reglament-tenant'] ?? '',
    from: written(mail.from),
    to: (mail.to ?? []).map(written).join(', '),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    headers,
  };
}

function lineOf({ id, at, tenant, from, to, subject }: LetterLine): LetterLine {
  return { id, at, tenant, from, to, subject };
}

export class Letters {
  readonly #folder: string;
  readonly #index: string;
  #lines: LetterLine[] = [];
  #count = 0;

  private constructor(folder: string) {
    this.#folder = path.join(folder, 'letters');
    this.#index = path.join(folder, 'index.jsonl');
    mkdirSync(this.#folder, { recursive: true });
  }

  /** Opens the folder; letters whose index line was lost in a kill are read again. */
  static async open(folder: string): Promise<Letters> {
    const letters = new Letters(folder);
    letters.#readIndex();
    const known = new Set(letters.#lines.map((line) => line.id));
    const files = readdirSync(letters.#folder).filter((file) => file.endsWith('.eml'));
    letters.#count = files.length;
    // Beyond the bound a letter may be forgotten by the list and not lost: only recent ones are read again.
    const oldest = letters.#lines[0]?.id ?? '';
    for (const file of files.sort()) {
      const id = file.slice(0, -'.eml'.length);
      if (known.has(id) || id < oldest) continue;
      const raw = readFileSync(path.join(letters.#folder, file));
      letters.#remember(await read(id, new Date(Number(id.split('-')[0])).toISOString(), raw));
    }
    return letters;
  }

  /** Keeps a letter; when this resolves it is in a file. `now` is epoch milliseconds. */
  async keep(raw: Uint8Array, now: number): Promise<LetterLine> {
    this.#count += 1;
    const id = `${String(now).padStart(14, '0')}-${String(this.#count).padStart(7, '0')}`;
    const file = path.join(this.#folder, id);
    writeFileSync(`${file}.part`, raw);
    renameSync(`${file}.part`, `${file}.eml`);
    return this.#remember(await read(id, new Date(now).toISOString(), raw));
  }

  /** Newest first; `after` continues below that letter. */
  list(filter: { tenant?: string; after?: string; limit: number }): LetterLine[] {
    const found: LetterLine[] = [];
    for (let at = this.#lines.length - 1; at >= 0 && found.length < filter.limit; at -= 1) {
      const line = this.#lines[at];
      if (line === undefined || (filter.tenant !== undefined && line.tenant !== filter.tenant)) continue;
      if (filter.after === undefined || line.id < filter.after) found.push(line);
    }
    return found;
  }

  /** One letter whole, or undefined. */
  async get(id: string): Promise<Letter | undefined> {
    const file = path.join(this.#folder, `${id}.eml`);
    if (!/^\d+-\d+$/.test(id) || !existsSync(file)) return undefined;
    return read(id, new Date(Number(id.split('-')[0])).toISOString(), readFileSync(file));
  }

  #remember(letter: LetterLine): LetterLine {
    const line = lineOf(letter);
    appendFileSync(this.#index, `${JSON.stringify(line)}\n`);
    this.#lines.push(line);
    if (this.#lines.length > REMEMBERED) this.#lines = this.#lines.slice(-REMEMBERED / 2);
    return line;
  }

  #readIndex(): void {
    if (!existsSync(this.#index)) return;
    for (const text of readFileSync(this.#index, 'utf8').split('\n').slice(-REMEMBERED)) {
      try {
        if (text !== '') this.#lines.push(JSON.parse(text) as LetterLine);
      } catch {
        // A line cut short by a kill: its letter is a file, and is read again from there.
      }
    }
    this.#lines.sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}
