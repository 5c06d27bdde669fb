/** A plan from a help desk's log: its arrival times and life cycles, with texts from question sets. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Hotline, SubmitBody } from './api.ts';
import { type LogEvent, readLog } from './log-file.ts';
import { lifeOf, type Texts } from './log-life.ts';
import { type Case, DataError, type Plan } from './plan.ts';
import { OWN_QUESTIONS, STAFF_TEXTS } from './texts.ts';

export interface LogSource {
  readonly log: string;
  /** Folder of question sets (`*.jsonl` with `text` and `lang`); null: questions of our own. */
  readonly questions: string | null;
}

type Language = Hotline['languages'][number];

/** Finds the log and the question sets: `data` is a log, or a folder with `logs/` and `questions/`. */
export function findLog(data: string): LogSource | null {
  if (/\.csv(\.gz)?$/.test(data)) {
    const beside = path.join(path.dirname(data), '..', 'questions');
    return { log: data, questions: existsSync(beside) ? beside : null };
  }
  const log = path.join(data, 'logs', 'helpdesk_italy.csv.gz');
  const questions = path.join(data, 'questions');
  return existsSync(log) ? { log, questions: existsSync(questions) ? questions : null } : null;
}

export interface LogOptions {
  readonly limit: number | null;
  /** Whether requesters answer what they are asked. */
  readonly answers: boolean;
}

/** Cases go to the hotlines in turn; everything else follows from the case itself, so the same log gives the same plan. */
export function logPlan(source: LogSource, hotlines: readonly Hotline[], options: LogOptions): Plan {
  const all = readLog(source.log);
  const chosen = options.limit === null ? all : all.slice(0, options.limit);
  const begun = chosen[0]?.[0]?.at;
  if (begun === undefined || hotlines.length === 0) throw new DataError(`${source.log} has no case to replay.`);
  const questions = new Map<Language, readonly string[]>();
  const questionsIn = (language: Language) => {
    const known = questions.get(language) ?? readQuestions(source.questions, language);
    questions.set(language, known);
    return known;
  };
  const cases = chosen.map((events, index): Case => {
    const hotline = hotlines[index % hotlines.length] as Hotline;
    const first = events[0] as LogEvent;
    const language = hotline.languages[index % hotline.languages.length] ?? 'ru';
    const pool = questionsIn(language);
    const submission = submissionOf(hotline, first, index, language, pool[index % pool.length] ?? '—');
    const texts: Texts = STAFF_TEXTS[language];
    const allowances = {
      cancelReason: hotline.reasons.find((r) => r.use === 'cancel' && r.chosenBy === 'staff')?.id ?? null,
      vendor: hotline.vendors.find((vendor) => vendor.contracted)?.id ?? null,
      answers: options.answers,
    };
    const steps = lifeOf(events, begun, allowances, texts);
    return { key: first.case.replace(/\W+/g, '-'), hotline: hotline.tenant, at: first.at - begun, submission, steps };
  });
  const remarks = options.answers
    ? []
    : ['requesters do not answer questions: the status page admits only so many a minute'];
  return { name: path.basename(source.log), cases, remarks };
}

/** A number that only the value itself decides. */
const hash = (text: string): number =>
  [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003, 7);

function submissionOf(hotline: Hotline, event: LogEvent, index: number, language: Language, text: string): SubmitBody {
  const doors = hotline.entryPoints.filter(
    ({ channel }) => channel === 'web' || channel === 'chat' || channel === 'phone',
  );
  const entry = doors[hash(event.customer + event.case) % doors.length];
  if (!entry) throw new DataError(`${hotline.tenant} has no form, chat or line to file through.`);
  const inScope = hotline.categories.filter((c) => c.outOfScope === null && c.channels.includes(entry.channel));
  const category = inScope[hash(event.product + event.seriousness) % inScope.length];
  if (!category) throw new DataError(`${hotline.tenant} has no category for ${entry.channel}.`);
  const number = String(hash(event.customer) % 100).padStart(2, '0');
  const required = category.fields.filter((field) => field.required);
  const product = hotline.products[hash(event.product) % Math.max(1, hotline.products.length)];
  const client = hotline.clientCategories[hash(event.serviceLevel) % Math.max(1, hotline.clientCategories.length)];
  return {
    channel: entry.channel,
    entryPoint: entry.id,
    category: category.id,
    ...(product ? { product: product.id } : {}),
    ...(client ? { clientCategory: client.id } : {}),
    language,
    requester: {
      name: `${STAFF_TEXTS[language].requester} ${number}`,
      email: `requester${number}.${index}@example.org`,
    },
    text,
    ...(required.length > 0
      ? { fields: Object.fromEntries(required.map((field) => [field.id, field.choices[0]?.id ?? `№ ${number}`])) }
      : {}),
  };
}

const SETS: Readonly<Record<Language, RegExp>> = {
  ru: /^rutube/,
  kk: /^(xsid|kazqad)/,
  uk: /^sib200/,
  en: /^banking77/,
};
const MOST_QUESTIONS = 20_000;

function readQuestions(folder: string | null, language: Language): readonly string[] {
  if (folder === null) return OWN_QUESTIONS[language];
  const found = readdirSync(folder)
    .filter((name) => SETS[language].test(name) && name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) =>
      readFileSync(path.join(folder, name), 'utf8').split('\n').filter(Boolean).slice(0, MOST_QUESTIONS),
    )
    .map((row) => JSON.parse(row) as { text?: string; lang?: string } & Partial<Record<Language, string>>)
    .filter((row) => row.lang === undefined || row.lang === language)
    .map((row) => (row.text ?? row[language] ?? '').slice(0, 4000).trim())
    .filter((text) => text !== '');
  return found.length > 0 ? found : OWN_QUESTIONS[language];
}
