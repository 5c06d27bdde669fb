import { inLanguage, type Promised, spokenMoment } from '../admission/index.ts';
import { fillLetter, hoursInWords } from '../regulation/index.ts';
import type { Language, LetterKind, Regulation, Text } from '../regulation/types.ts';
import { displayNumber } from '../request/index.ts';
import type { Instant } from '../time/index.ts';
import { filesInWords } from './files.ts';

/** What every letter speaks of: the request and the person who filed it. */
export interface LetterSubject {
  readonly language: Language;
  readonly requester: string;
  /** Without separators. */
  readonly number: string;
  readonly category: string;
  readonly submittedAt: Instant;
  /** Absolute address of the request's status page. */
  readonly statusUrl: string;
}

/** What a letter of one kind says beside that. Absent matters leave their placeholder empty. */
export interface LetterMatter {
  readonly kind: LetterKind;
  readonly text?: string;
  readonly agent?: string;
  /** A reason id of the regulation. */
  readonly reason?: string;
  readonly clause?: string;
  /** A vendor id of the regulation. */
  readonly vendor?: string;
  readonly attempts?: number;
  readonly promises?: readonly Promised[];
  /** When postponed work goes on, and the deadline that the agent has set. */
  readonly until?: Instant;
  readonly dueAt?: Instant;
  /** Names of the files that come with the words. */
  readonly files?: readonly string[];
}

export interface ComposedLetter {
  readonly kind: LetterKind;
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
}

/**
 * A letter in the requester's language, or the tenant's first where the tenant does not speak it, from the regulation's
 * template. Moments are told in the tenant's time zone. Placeholders are the ones that the load-time check admits.
 * @returns null where the regulation has no letter of this kind: nothing is written then
 */
export function composeLetter(
  regulation: Regulation,
  about: LetterSubject,
  matter: LetterMatter,
): ComposedLetter | null {
  const template = regulation.letters.get(matter.kind);
  if (!template) return null;
  const language = regulation.languages.includes(about.language) ? about.language : regulation.languages[0];
  const say = (text: Text | null | undefined) => inLanguage(text ?? null, language, regulation);
  const moment = (at: Instant | undefined) =>
    at === undefined ? '' : spokenMoment(at, language, regulation.calendar.timeZone);
  const values = {
    name: about.requester,
    number: displayNumber(about.number),
    category: say(regulation.categories.get(about.category)?.name),
    hotline: say(regulation.name),
    organisation: say(regulation.organisation),
    phone: regulation.phone ?? '',
    email: regulation.email ?? '',
    hours: hoursInWords(regulation.calendar, language),
    statusUrl: about.statusUrl,
    submittedAt: spokenMoment(about.submittedAt, language, regulation.calendar.timeZone),
    promises: (matter.promises ?? []).map((p) => p.sentence).join('\n'),
    text: withFiles(matter, language, about.statusUrl),
    agent: matter.agent ?? '',
    reason: say(regulation.reasons.find((r) => r.id === matter.reason)?.name),
    clause: matter.clause ?? '',
    clauseText: say(regulation.clauses.get(matter.clause ?? '')?.text),
    vendor: say(regulation.vendors.find((v) => v.id === matter.vendor)?.name),
    until: moment(matter.until),
    dueAt: moment(matter.dueAt),
    attempts: matter.attempts === undefined ? '' : String(matter.attempts),
  };
  return { kind: matter.kind, language, ...fillLetter(template, language, values) };
}

/** The words with the names of their files below: a letter leads to the page that opens them, for the page asks who is there and a letter is passed on. */
const withFiles = ({ text = '', files = [] }: LetterMatter, language: Language, statusUrl: string): string =>
  files.length === 0 ? text : `${text}\n\n${filesInWords[language](files, statusUrl)}`;
