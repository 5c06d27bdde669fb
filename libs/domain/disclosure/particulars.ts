import { inLanguage } from '../admission/index.ts';
import type { Language, Named, Regulation } from '../regulation/types.ts';
import { displayNumber, statusNames } from '../request/index.ts';
import type { Instant } from '../time/index.ts';
import type { TrailTold } from './matter.ts';
import { localMoment } from './moments.ts';
import { inWords, isParticular, labelOf, type Particular } from './particular-words.ts';
import { words } from './words.ts';

interface Speak {
  readonly regulation: Regulation;
  readonly language: Language;
}

/** Tells a value; null where there is nothing to tell. */
type Tell = (value: unknown, speak: Speak) => string | null;

/**
 * The particulars of a trail's line, one a line, as a person reads them: ids of the regulation by their names, moments in the
 * tenant's zone, yes and no as words. Ids of our own are left out; the data beside the text have every one.
 */
export const particularsOf = (detail: TrailTold['detail'], speak: Speak): string[] =>
  Object.entries(detail).flatMap(([key, value]) => {
    if (!isParticular(key) || value === null || value === '') return [];
    const told = (tellers[key] ?? plain)(value, speak);
    return told === null || told === '' ? [] : [`${labelOf(key, speak.language)}: ${told}`];
  });

const plain: Tell = (value, { language }) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? inWords(String(value), language)
    : null;

/** Words that somebody wrote: never taken for ours. */
const asWritten: Tell = (value) => (typeof value === 'string' || typeof value === 'number' ? String(value) : null);

const moment: Tell = (value, { regulation }) => {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : localMoment(at as Instant, regulation.calendar.timeZone);
};

/** `1:23`, or `1:02:03` from an hour on. */
const length: Tell = (value) => {
  if (typeof value !== 'number') return null;
  const seconds = Math.round(value / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (part: number) => String(part).padStart(2, '0');
  return hours === 0 ? `${minutes}:${two(seconds % 60)}` : `${hours}:${two(minutes)}:${two(seconds % 60)}`;
};

const field = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;

/** By the name that one of these lists has for the id; else as `otherwise` tells it. */
const named =
  (lists: (regulation: Regulation) => readonly (readonly Named[] | undefined)[], otherwise: Tell = plain): Tell =>
  (value, speak) => {
    const { regulation, language } = speak;
    const found = lists(regulation)
      .flatMap((list) => list ?? [])
      .find(({ id }) => id === value);
    return found === undefined ? otherwise(value, speak) : inLanguage(found.name, language, regulation);
  };

const category = named(({ categories }) => [[...categories.values()]]);
const clientCategory = named(({ clientCategories }) => [clientCategories]);

/** Whom, what or how it was before: a person, or a classification. */
const previous: Tell = (value, speak) => {
  const name = field(value, 'name');
  if (typeof name === 'string') return name;
  const parts = [category(field(value, 'category'), speak), clientCategory(field(value, 'clientCategory'), speak)];
  return parts.filter((part) => part !== null).join(', ');
};

/** A reason of the regulation by its name, the sentence by which somebody was proposed, or what somebody wrote. */
const reason: Tell = (value, speak) => {
  const sentence = field(value, 'sentence');
  return typeof sentence === 'string' ? sentence : namedReason(value, speak);
};
const namedReason = named(({ reasons }) => [reasons], asWritten);

/** Who agreed, and how. */
const consent: Tell = (value, speak) => {
  const how = named(({ remoteSessions }) => [remoteSessions?.consents])(field(value, 'how'), speak);
  return [asWritten(field(value, 'by'), speak), how].filter((part) => part !== null).join(', ');
};

/** Those that are not told as `plain` does. */
const tellers: Readonly<Partial<Record<Particular, Tell>>> = {
  number: (value) => (typeof value === 'string' ? displayNumber(value) : null),
  entryPoint: named(({ entryPoints }) => [entryPoints]),
  agent: (value, speak) => asWritten(field(value, 'name'), speak),
  previous,
  reason,
  cancelled: (value, speak) => reason(field(value, 'reason'), speak),
  clause: asWritten,
  note: asWritten,
  text: asWritten,
  name: asWritten,
  trackingNumber: asWritten,
  manifestSha256: asWritten,
  outcome: (value, { language }) => (typeof value === 'string' ? (words[language].outcomes[value] ?? value) : null),
  direction: (value, { language }) => (value === 'incoming' || value === 'outgoing' ? words[language][value] : null),
  lengthMs: length,
  calledAt: moment,
  dueAt: moment,
  previousDueAt: moment,
  until: moment,
  startedAt: moment,
  endedAt: moment,
  expiresAt: moment,
  // Said only where it is so: a plain "no" after a moment would ask what is meant.
  untilReply: (value, speak) => (value === true ? plain(value, speak) : null),
  vendor: named(({ vendors }) => [vendors]),
  to: named(({ vendors, conduct }) => [vendors, conduct?.addressees]),
  rule: named(({ clocks }) => [clocks]),
  category,
  clientCategory,
  tool: named(({ remoteSessions }) => [remoteSessions?.tools]),
  consent,
  step: named(({ diagnosis }) => [diagnosis?.steps]),
  choice: named(({ diagnosis }) => diagnosis?.steps.map(({ choices }) => choices) ?? []),
  procedure: named(({ conduct }) => [conduct?.procedures]),
  delivery: named(({ documents }) => [documents?.deliveries]),
  numbers: (value) => (Array.isArray(value) ? value.filter((one) => typeof one === 'string').join(', ') : null),
  from: (value, { language }) =>
    Object.entries(statusNames[language]).find(([status]) => status === value)?.[1] ?? null,
};
