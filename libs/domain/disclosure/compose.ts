import { inLanguage } from '../admission/index.ts';
import type { Language, Regulation } from '../regulation/types.ts';
import { displayNumber, trailNames } from '../request/index.ts';
import { type Instant, isoOf } from '../time/index.ts';
import { type Entry, keptEntries } from './entries.ts';
import { jsonText } from './manifest.ts';
import type { KeptBytes, Matter, TrailTold } from './matter.ts';
import { localMoment } from './moments.ts';
import { particularsOf } from './particulars.ts';
import { words } from './words.ts';

const LINE = '-'.repeat(72);

/**
 * All entries of a package but its manifest: the correspondence and the trail to read, in the tenant's first language and zone, and the
 * same as data; then recordings and files by reference. The same matter gives the same entries (kuty 1.3).
 */
export function composeEntries(regulation: Regulation, matter: Matter): Entry[] {
  const language = regulation.languages[0];
  const kept = keptEntries(matter);
  const nameOf = ({ id }: KeptBytes) => kept.get(id)?.name ?? '';
  const speak = { regulation, language, nameOf };
  const text = (name: string, content: string): Entry => ({ name, is: 'text', text: content });
  return [
    text('correspondence.txt', correspondenceText(matter, speak)),
    text('correspondence.json', jsonText(correspondenceData(matter, nameOf))),
    text('trail.txt', trailText(matter, speak)),
    text('trail.json', jsonText(matter.trail)),
    ...kept.values(),
  ];
}

interface Speak {
  readonly regulation: Regulation;
  readonly language: Language;
  /** The entry under which a file or a recording lies in the package. */
  readonly nameOf: (kept: KeptBytes) => string;
}

function correspondenceText(matter: Matter, speak: Speak): string {
  const say = words[speak.language];
  const when = (at: Instant) => localMoment(at, speak.regulation.calendar.timeZone);
  const named = (title: string, kept: readonly KeptBytes[]) =>
    kept.length === 0 ? [] : [`${title}: ${kept.map(speak.nameOf).join(', ')}`];
  const messages = matter.messages.map(({ at, name, from, text, files }) => [
    `${when(at)}  ${[name, say.authors[from]].filter((part) => part !== '').join(', ')}`,
    text,
    ...named(say.files, files),
  ]);
  const calls = matter.calls.map(({ at, direction, outcome, by, recordings }) => [
    `${when(at)}  ${[say[direction], outcome === null ? null : (say.outcomes[outcome] ?? outcome), by].filter((part) => part !== null).join(', ')}`,
    ...named(say.recordings, recordings),
  ]);
  const letters = matter.letters.map(({ at, recipient, subject, body, status }) => [
    `${when(at)}  ${say.letterStatus[status] ?? status}`,
    `${say.to}: ${recipient}`,
    `${say.subject}: ${subject}`,
    '',
    body.trimEnd(),
  ]);
  return textOf([
    heading(matter, speak),
    section(say.conversation, messages, say.none),
    section(say.calls, calls, say.none),
    section(say.letters, letters, say.none),
  ]);
}

function trailText(matter: Matter, speak: Speak): string {
  const say = words[speak.language];
  const names: Readonly<Record<string, string>> = trailNames[speak.language];
  const lines = matter.trail.map(({ at, verb, by, detail }) => [
    `${localMoment(Date.parse(at) as Instant, speak.regulation.calendar.timeZone)}  ${names[verb] ?? verb}${actorOf(by)}`,
    ...particularsOf(detail, speak).map((line) => `    ${line}`),
  ]);
  return textOf([[...heading(matter, speak), say.data], section(say.trail, lines, say.none)]);
}

const actorOf = (by: TrailTold['by']): string => (by.name === '' ? '' : ` — ${by.name}`);

function heading({ request }: Matter, { regulation, language }: Speak): string[] {
  const say = words[language];
  const category = regulation.categories.get(request.category)?.name ?? null;
  const { name, phone, email } = request.requester;
  const fields = [...(regulation.categories.get(request.category)?.fields ?? [])].flatMap((field) => {
    const value = request.fields[field.id];
    return value === undefined ? [] : [`${inLanguage(field.name, language, regulation)}: ${value}`];
  });
  return [
    inLanguage(regulation.organisation, language, regulation),
    `${say.request} ${displayNumber(request.number)}`,
    `${say.filed}: ${localMoment(request.submittedAt, regulation.calendar.timeZone)}`,
    `${say.category}: ${inLanguage(category, language, regulation)}`,
    `${say.requester}: ${name}`,
    `${say.contacts}: ${[phone, email].filter((part) => part !== null).join(', ')}`,
    ...fields,
    `${say.edition}: ${request.edition}`,
    `${say.times} ${regulation.calendar.timeZone}`,
  ];
}

const section = (title: string, parts: readonly (readonly string[])[], none: string): string[] => [
  `${title.toUpperCase()} (${parts.length})`,
  LINE,
  ...(parts.length === 0 ? [none] : parts.flatMap((part, place) => (place === 0 ? part : ['', ...part]))),
];

const textOf = (sections: readonly (readonly string[])[]): string =>
  `${sections.map((lines) => lines.join('\n')).join('\n\n\n')}\n`;

function correspondenceData({ request, messages, letters, calls }: Matter, nameOf: Speak['nameOf']) {
  const keptOf = (kept: KeptBytes) => ({
    entry: nameOf(kept),
    name: kept.name,
    type: kept.type,
    ...(kept.lengthMs === undefined ? {} : { lengthMs: kept.lengthMs }),
  });
  return {
    request: { ...request, submittedAt: isoOf(request.submittedAt) },
    messages: messages.map(({ at, from, name, text, files }) => ({
      at: isoOf(at),
      from,
      name,
      text,
      files: files.map(keptOf),
    })),
    calls: calls.map(({ at, direction, outcome, by, recordings }) => ({
      at: isoOf(at),
      direction,
      outcome,
      by,
      recordings: recordings.map(keptOf),
    })),
    letters: letters.map(({ at, recipient, subject, body, status }) => ({
      at: isoOf(at),
      recipient,
      subject,
      body,
      status,
    })),
  };
}
