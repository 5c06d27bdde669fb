import { compileAttachments } from './attachments-compile.ts';
import { compileBlocking } from './blocking-compile.ts';
import { compileChat } from './chat-compile.ts';
import { compileCalendar } from './compile-calendar.ts';
import { compileClocks } from './compile-clocks.ts';
import { compileComplaints, compileConduct } from './conduct-compile.ts';
import { compileDisclosure } from './disclosure-compile.ts';
import { compileDocuments } from './documents-compile.ts';
import type { Draft } from './draft.ts';
import { compileEntryPoints } from './entry-points-compile.ts';
import { compileHelp } from './help-compile.ts';
import { compileMessages } from './messages-shape.ts';
import { compileWorkProcedures, compileWrongNumber } from './procedures-compile.ts';
import { compileRecordings } from './recordings-compile.ts';
import { compileReports } from './reports-compile.ts';
import { compileRequesters } from './requester-compile.ts';
import { compileRetention } from './retention-compile.ts';
import type {
  Category,
  Channel,
  ChannelRule,
  ClockRule,
  Field,
  Language,
  Letter,
  LetterKind,
  Regulation,
} from './types.ts';
import { compileVerification } from './verification-compile.ts';

/** The file's meaning as one frozen object. Mistakes of meaning go to the draft; the result counts only without any. */
export function compileRegulation(draft: Draft): Regulation {
  const { file } = draft;
  const calendar = compileCalendar(draft);
  const clocks = compileClocks(draft, calendar);
  const regulation: Regulation = {
    tenant: file.tenant,
    name: draft.text(file.name, ['name']),
    organisation: draft.text(file.organisation, ['organisation']),
    languages: file.languages as unknown as readonly [Language, ...Language[]],
    edition: file.edition,
    country: file.country,
    phone: file.phone ?? null,
    email: file.email ?? null,
    texts: {
      welcome: draft.text(file.texts.welcome, ['texts', 'welcome']),
      conduct: file.texts.conduct ? draft.text(file.texts.conduct, ['texts', 'conduct']) : null,
      closed: draft.text(file.texts.closed, ['texts', 'closed']),
    },
    clauses: mapOf(file.clauses, (clause, number) => ({
      number,
      kind: clause.kind,
      text: draft.text(clause.text, ['clauses', number, 'text']),
    })),
    calendar,
    calendarClause: file.calendar.clause,
    channels: compileChannels(draft),
    entryPoints: compileEntryPoints(draft),
    products: draft.named(file.products, ['products']),
    clientCategories: draft.named(file.clientCategories, ['clientCategories']),
    kinds: draft.named(file.kinds, ['kinds']),
    categories: compileCategories(draft),
    skills: draft.named(file.skills, ['skills']),
    clocks,
    ...compileProcedures(draft, clocks),
    ...compileWorkProcedures(draft),
    complaints: compileComplaints(draft),
    conduct: compileConduct(draft),
    messages: compileMessages(file.messages),
    verification: compileVerification(draft),
    ...compileReports(draft),
    ...compileDocuments(draft),
    ...compileHelp(draft),
    ...compileChat(draft),
    ...compileRequesters(draft),
    ...compileBlocking(draft),
    attachments: compileAttachments(draft),
    ...compileRecordings(draft),
    ...compileDisclosure(draft),
    ...compileRetention(draft),
    queueOrder: file.queueOrder,
    letters: compileLetters(draft),
    assumptions: file.assumptions ?? [],
  };
  return Object.freeze(regulation);
}

const mapOf = <In, Out>(entries: Readonly<Record<string, In>>, make: (entry: In, id: string) => Out) =>
  new Map(Object.entries(entries).map(([id, entry]) => [id, make(entry, id)]));

function compileChannels(draft: Draft): ReadonlyMap<Channel, ChannelRule> {
  return new Map(
    Object.entries(draft.file.channels).flatMap(([id, rule]) => {
      if (rule === undefined) return [];
      const refusal = rule.refusal === undefined ? null : draft.text(rule.refusal, ['channels', id, 'refusal']);
      return [[id as Channel, { open: rule.open, clause: rule.clause, refusal }]];
    }),
  );
}

function compileCategories(draft: Draft): ReadonlyMap<string, Category> {
  const { file } = draft;
  const open = Object.entries(file.channels).flatMap(([id, rule]) => (rule?.open ? [id as Channel] : []));
  return mapOf(file.categories, (entry, id) => ({
    id,
    name: draft.text(entry.name, ['categories', id, 'name']),
    kind: entry.kind,
    clause: entry.clause,
    channels: entry.channels ?? open,
    skill: entry.skill ?? null,
    urgent: entry.urgent ?? false,
    outOfScope: entry.outOfScope ? { clause: entry.outOfScope.clause, vendor: entry.outOfScope.vendor ?? null } : null,
    fields: [
      ...(entry.requires ?? []).flatMap((field) => compileField(draft, field, true)),
      ...(entry.asks ?? []).flatMap((field) => compileField(draft, field, false)),
    ],
  }));
}

const DEFAULT_LENGTH: Readonly<Record<Field['type'], number>> = {
  text: 200,
  'long-text': 4000,
  email: 254,
  phone: 40,
  choice: 50,
};

function compileField(draft: Draft, id: string, required: boolean): readonly Field[] {
  const entry = draft.file.fields?.[id];
  if (!entry) return [];
  const path = ['fields', id];
  const type = entry.type ?? 'text';
  return [
    {
      id,
      name: draft.text(entry.name, [...path, 'name']),
      required,
      type,
      choices: draft.named(entry.choices, [...path, 'choices']),
      maxLength: entry.maxLength === undefined ? DEFAULT_LENGTH[type] : Number(entry.maxLength),
      clause: entry.clause ?? null,
    },
  ];
}

type Procedures = Pick<Regulation, 'calls' | 'silence' | 'vendors' | 'reasons'>;

/** Calls and silence take their times from the clocks they name, so that a number stands in one place only. */
function compileProcedures(draft: Draft, clocks: readonly ClockRule[]): Procedures {
  const within = (clock: string) => clocks.find((rule) => rule.id === clock)?.within ?? 0;
  const { calls, silence, vendors, reasons } = draft.file;
  return {
    calls: calls
      ? {
          clause: calls.clause,
          repeatAfter: within(calls.clock),
          attempts: Number(calls.attempts),
          unanswered: calls.unanswered,
          reason: calls.reason,
          wrongNumber: compileWrongNumber(draft),
        }
      : null,
    silence: silence
      ? {
          clause: silence.clause,
          within: within(silence.clock),
          reason: silence.reason,
          wording: draft.text(silence.wording, ['silence', 'wording']),
        }
      : null,
    vendors: Object.entries(vendors ?? {}).map(([id, vendor]) => ({
      ...vendor,
      id,
      name: draft.text(vendor.name, ['vendors', id, 'name']),
    })),
    reasons: Object.entries(reasons).map(([id, reason]) => ({
      id,
      name: draft.text(reason.name, ['reasons', id, 'name']),
      use: reason.use,
      clause: reason.clause ?? null,
      chosenBy: reason.chosenBy ?? 'staff',
    })),
  };
}

function compileLetters(draft: Draft): ReadonlyMap<LetterKind, Letter> {
  return new Map(
    Object.entries(draft.file.letters).flatMap(([kind, letter]) => {
      if (letter === undefined) return [];
      const made: Letter = {
        clause: letter.clause ?? null,
        subject: draft.text(letter.subject, ['letters', kind, 'subject']),
        body: draft.text(letter.body, ['letters', kind, 'body']),
      };
      return [[kind as LetterKind, made]];
    }),
  );
}
