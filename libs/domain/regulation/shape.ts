import { z } from 'zod';
import { attachments } from './attachments-shape.ts';
import { blocking } from './blocking-shape.ts';
import { chat } from './chat-shape.ts';
import { complaints } from './complaints-shape.ts';
import { conduct } from './conduct-shape.ts';
import { disclosure } from './disclosure-shape.ts';
import { documents } from './documents-shape.ts';
import { entryPoint } from './entry-points-shape.ts';
import { CALL_OUTCOMES } from './facts.ts';
import { help } from './help-shape.ts';
import { LETTER_KINDS } from './letters.ts';
import { messages } from './messages-shape.ts';
import { diagnosis, guests, remoteSessions, wrongNumber } from './procedures-shape.ts';
import { recordings } from './recordings-shape.ts';
import { reports } from './reports-shape.ts';
import { requesters } from './requester-shape.ts';
import { retention } from './retention-shape.ts';
import {
  CHANNELS,
  checked,
  duration,
  email,
  hours,
  id,
  LANGUAGES,
  line,
  listOf,
  number,
  percent,
  reference,
  says,
  text,
  yesNo,
} from './shape-parts.ts';
import { isLocalDate, isTimeZone, parseWeekdays } from './values.ts';
import { verification } from './verification-shape.ts';

// The shape of a regulation file. Every plain value is text (see source.ts); meaning is worked out in compile*.ts.

const factMatch = z.union([z.string(), z.strictObject({ fact: z.string(), where: z.record(z.string(), line) })], {
  error: says('mustBeFact'),
});

const clock = z.strictObject({
  clause: reference,
  name: text,
  applies: z
    .strictObject({
      kinds: listOf(id).optional(),
      categories: listOf(id).optional(),
      channels: listOf(z.enum(CHANNELS)).optional(),
      clientCategories: listOf(id).optional(),
    })
    .optional(),
  starts: listOf(factMatch),
  stops: listOf(factMatch),
  cancels: listOf(factMatch).optional(),
  pauses: z
    .array(z.strictObject({ from: factMatch, until: listOf(factMatch), clause: reference.optional() }))
    .optional(),
  told: yesNo.optional(),
  within: z.union([duration, z.record(id, z.record(id, duration))], {
    error: says('mustBeSpanOrTable'),
  }),
  time: z.enum(['working', 'elapsed']).optional(),
  warnAt: listOf(percent).optional(),
  onExpiry: z
    .array(
      z.strictObject({
        do: z.enum(['escalate', 'remind', 'offer-cancel', 'cancel', 'resume']),
        to: z.enum(['agent', 'moderator', 'manager', 'administrator']).optional(),
        reason: id.optional(),
      }),
    )
    .optional(),
  restart: z.enum(['keep', 'anew']).optional(),
});

const field = z.strictObject({
  name: text,
  type: z.enum(['text', 'long-text', 'email', 'phone', 'choice']).optional(),
  choices: z.record(id, text).optional(),
  maxLength: number.optional(),
  clause: reference.optional(),
});

const category = z.strictObject({
  name: text,
  kind: id,
  clause: reference,
  channels: listOf(z.enum(CHANNELS)).optional(),
  skill: id.optional(),
  urgent: yesNo.optional(),
  outOfScope: z.strictObject({ clause: reference, vendor: id.optional() }).optional(),
  requires: listOf(id).optional(),
  asks: listOf(id).optional(),
});

const calendar = z.strictObject({
  clause: reference,
  timeZone: checked(isTimeZone, 'mustBeTimeZone'),
  week: z.record(
    checked((value) => parseWeekdays(value) !== undefined, 'mustBeWeekdays'),
    hours,
  ),
  breaks: z
    .record(
      checked((value) => parseWeekdays(value) !== undefined, 'mustBeWeekdays'),
      hours,
    )
    .optional(),
  productionCalendar: id.optional(),
  exceptions: z.record(checked(isLocalDate, 'mustBeDate'), z.strictObject({ hours, reason: line })).optional(),
});

const LetterKinds = z.enum(LETTER_KINDS as [string, ...string[]]);

export const RegulationFile = z.strictObject({
  tenant: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/, says('mustBeTenant')),
  country: z.string().regex(/^[A-Z]{2}$/, says('mustBeCountry')),
  languages: listOf(z.enum(LANGUAGES)),
  name: text,
  organisation: text,
  edition: z.strictObject({
    id: reference,
    inForceFrom: checked(isLocalDate, 'mustBeDate'),
  }),
  phone: line.optional(),
  email: email.optional(),
  texts: z.strictObject({ welcome: text, conduct: text.optional(), closed: text }),
  clauses: z.record(z.string(), z.strictObject({ kind: z.enum(['S', 'O']), text })),
  calendar,
  channels: z.partialRecord(
    z.enum(CHANNELS),
    z.strictObject({ open: yesNo, clause: reference, refusal: text.optional() }),
  ),
  entryPoints: z.record(id, entryPoint),
  products: z.record(id, text).optional(),
  clientCategories: z.record(id, text).optional(),
  kinds: z.record(id, text),
  skills: z.record(id, text).optional(),
  fields: z.record(id, field).optional(),
  categories: z.record(id, category),
  clocks: z.record(id, clock),
  calls: z
    .strictObject({
      clause: reference,
      clock: id,
      attempts: number,
      unanswered: listOf(z.enum(CALL_OUTCOMES as [string, ...string[]])),
      reason: id,
      wrongNumber: wrongNumber.optional(),
    })
    .optional(),
  silence: z.strictObject({ clause: reference, clock: id, reason: id, wording: text }).optional(),
  vendors: z.record(id, z.strictObject({ name: text, email, contracted: yesNo, clause: reference })).optional(),
  reasons: z.record(
    id,
    z.strictObject({
      name: text,
      use: z.enum(['cancel', 'decline', 'postpone']),
      clause: reference.optional(),
      chosenBy: z.enum(['staff', 'platform']).optional(),
    }),
  ),
  remoteSessions: remoteSessions.optional(),
  diagnosis: diagnosis.optional(),
  guests: guests.optional(),
  help: help.optional(),
  chat: chat.optional(),
  reports: reports.optional(),
  documents: documents.optional(),
  queueOrder: z.enum(['urgency-then-arrival', 'arrival']),
  complaints: complaints.optional(),
  conduct: conduct.optional(),
  messages: messages.optional(),
  requesters: requesters.optional(),
  blocking: blocking.optional(),
  retention: retention.optional(),
  verification: verification.optional(),
  attachments: attachments.optional(),
  recordings: recordings.optional(),
  disclosure: disclosure.optional(),
  letters: z.partialRecord(LetterKinds, z.strictObject({ clause: reference.optional(), subject: text, body: text })),
  assumptions: z.array(z.strictObject({ at: line, note: line })).optional(),
});
export type RegulationFile = z.output<typeof RegulationFile>;
export type ClockEntry = RegulationFile['clocks'][string];
export type TextEntry = z.output<typeof text>;
export type FactEntry = z.output<typeof factMatch>;
