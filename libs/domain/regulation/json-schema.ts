import { z } from 'zod';
import { RegulationFile } from './shape.ts';

type Json = { [key: string]: unknown };

/** What an editor says about the parts of the file; by path, `*` for any name. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  tenant: 'Short name of the hotline; the file is named after it.',
  country: 'ISO 3166 code. Telephone numbers without a country code are read as numbers of this country.',
  languages: 'One language or a list of them; the first is the default. Every text must exist in all of them.',
  edition: 'Requests stay under the edition they were filed under.',
  phone: 'The hotline’s own number, shown on every form, page and letter.',
  texts: 'What people read before they write: a welcome, rules of conduct, and what is said outside working hours.',
  clauses:
    'Every clause by its number, its sense in your own words. S: the software does it. O: organisational, shown only.',
  calendar: 'Working hours: the ordinary week, the country’s production calendar, and days of your own.',
  'calendar.week': 'For example `mon-fri: 09:00-18:00`, `sat: 22:00-06:00` (past midnight), `every day: 24/7`.',
  'calendar.breaks': 'Taken out of the hours of every such day, for example `mon-fri: 13:00-14:00`.',
  'calendar.productionCalendar': 'A file of regulations/calendars: holidays, short days, transferred working days.',
  'calendar.exceptions': 'Days of your own: `2026-12-30: { hours: 09:00-15:00, reason: … }`.',
  channels: 'How a request may come in. A closed channel says why under `refusal`.',
  entryPoints: 'The forms, lines and mailboxes; each belongs to an open channel.',
  'entryPoints.*.sites': 'Sites that may show this form in their pages, such as `https://www.example.org`.',
  clientCategories: 'Where service levels differ by client; the first is taken when a request names none.',
  kinds: 'The natures a category may have; clocks are chosen by them.',
  'categories.*.outOfScope': 'Such requests are declined with the clause, or handed over to the vendor.',
  'categories.*.requires': 'Fields that must be filled in.',
  'categories.*.asks': 'Fields that may be filled in.',
  clocks: 'Every time rule. A request has all clocks that `applies` admits; none of its lists given means any request.',
  'clocks.*.starts': 'The fact or facts that start it.',
  'clocks.*.stops': 'The fact or facts that it waits for.',
  'clocks.*.cancels': 'Facts after which nothing is owed. Left out: resolved, cancelled, declined, withdrawn.',
  'clocks.*.within': 'A span, `none`, or a table: client category → kind → span.',
  'clocks.*.time': 'working (the default): counted by the calendar. elapsed: by the wall clock, day and night.',
  'clocks.*.warnAt': 'Parts of the target at which to warn, such as [60 %, 80 %].',
  'clocks.*.told': 'yes: a promise to the requester, named when the request is filed.',
  'clocks.*.restart': 'A start while it runs: keep the first (the default), or begin anew.',
  calls: 'Repeated calls: the span between them is that of the clock named here.',
  silence: 'The requester does not answer a question: the time is that of the clock named here.',
  chat: 'The Internet chat: its clause, and the clauses of the instructions before it and of its hours.',
  help: 'The help centre: its clause, the field of a request that carries the link to an article, how often articles are reviewed.',
  reasons: 'Why a request may be cancelled, declined or postponed.',
  recordings: 'Audio recordings of calls are kept with the request: how large and how long one may be.',
  disclosure:
    'Who may demand a package with the recordings and the correspondence of a request, and under which role they sign in.',
  queueOrder: 'Order of the moderator’s queue.',
  requesters: 'What requesters see and do beside filing; each part is there when it is written.',
  'requesters.place': 'The own place in the queue and an estimate from the pace of the last answers.',
  'requesters.acceptance':
    'Whoever files without an operator accepts the rules of conduct first, in the edition in force.',
  'requesters.accounts':
    'Requesters sign in by a code sent by e-mail, see their requests and an event feed, and may leave.',
  'requesters.accounts.leaving.kept': 'What stays on record of somebody who left, in words for them.',
  letters: 'One template for each kind of letter, with placeholders such as {number} and {name}.',
  assumptions: 'Values that the written regulation leaves open, each with a note.',
};

/** The format as JSON Schema, for completion and checks in an editor. */
export function regulationJsonSchema(): Json {
  const schema = z.toJSONSchema(RegulationFile, { io: 'input', unrepresentable: 'any' }) as Json;
  const { $schema, ...rest } = written(schema, []) as Json;
  return {
    $schema,
    title: 'Regulation of a hotline',
    description: 'Written for Reglament; see docs/guides/write-a-regulation.md.',
    ...rest,
  };
}

/** Adds descriptions and lets a single value stand for a list of one. */
function written(node: unknown, path: readonly string[]): unknown {
  if (Array.isArray(node)) return node.map((item) => written(item, path));
  if (typeof node !== 'object' || node === null) return node;
  const { oneOrMany, ...rest } = node as Json;
  const made = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, child(key, value, path)]));
  const description = DESCRIPTIONS[path.join('.')];
  const described = description === undefined ? made : { description, ...made };
  if (oneOrMany !== true) return described;
  const { description: said, ...list } = described;
  return { ...(said === undefined ? {} : { description: said }), anyOf: [list.items, list] };
}

function child(key: string, value: unknown, path: readonly string[]): unknown {
  if (key === 'properties' && typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, written(part, [...path, name])]));
  }
  if (key === 'additionalProperties') return written(value, [...path, '*']);
  return written(value, key === 'propertyNames' ? [...path, '#'] : path.length === 0 ? ['#'] : [...path, '#']);
}
