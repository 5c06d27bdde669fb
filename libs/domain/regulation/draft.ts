import type { ProductionCalendar } from '../calendar/types.ts';
import { type Rule, type Saying, said, type ValuesOf } from './mistake-words/index.ts';
import type { Noun } from './mistake-words/values.ts';
import type { Mistake } from './mistakes.ts';
import type { RegulationFile, TextEntry } from './shape.ts';
import { mistakeAt, type Path, type Source } from './source.ts';
import type { Language, Named, Text } from './types.ts';

/** What compiling and checking share: the file as read, where things stand in it, and the mistakes found so far. */
export class Draft {
  readonly mistakes: Mistake[] = [];
  readonly file: RegulationFile;
  readonly source: Source;
  readonly productionCalendars: ReadonlyMap<string, ProductionCalendar>;

  constructor(file: RegulationFile, source: Source, productionCalendars: ReadonlyMap<string, ProductionCalendar>) {
    this.file = file;
    this.source = source;
    this.productionCalendars = productionCalendars;
  }

  get languages(): readonly Language[] {
    return this.file.languages;
  }

  mistake<R extends Rule>(path: Path, rule: R, ...values: ValuesOf[R]): void {
    this.say(path, said(rule, ...values));
  }

  /** The same where the rule is chosen elsewhere. */
  say(path: Path, saying: Saying): void {
    this.mistakes.push(mistakeAt(this.source, path, saying));
  }

  /** A text in all languages of the tenant; a plain text will do where there is one language. */
  text(entry: TextEntry, path: Path): Text {
    if (typeof entry === 'string') {
      const [only, ...others] = this.languages;
      if (others.length > 0) {
        this.mistake(path, 'whichLanguage', { name: String(path.at(-1)), languages: this.languages });
      }
      return only === undefined ? {} : { [only]: entry };
    }
    for (const language of this.languages) {
      if (entry[language] === undefined) this.mistake(path, 'noTextIn', { name: String(path.at(-1)), language });
    }
    return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
  }

  /** `{ id: text }` as a list of named things. */
  named(entries: Readonly<Record<string, TextEntry>> | undefined, path: Path): readonly Named[] {
    return Object.entries(entries ?? {}).map(([id, name]) => ({ id, name: this.text(name, [...path, id]) }));
  }

  /** Checks that a name exists where it should; says what is there when it does not. */
  refer(id: string | null | undefined, among: object | undefined, what: Noun, path: Path): void {
    if (id === null || id === undefined) return;
    const known = Object.keys(among ?? {});
    if (known.includes(id)) return;
    if (known.length > 0 && known.length <= 12) this.mistake(path, 'noSuchAmong', { what, id, known });
    else this.mistake(path, 'noSuch', { what, id });
  }
}
