/** `npm run what-if`: which promises of the recorded history would have been kept or broken under a draft of the regulation. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Outcome, type RuleSummary, summarise, Tally } from '@reglament/domain/what-if';
import { z } from 'zod';
import { GaveUp, Patience } from '../replay/http.ts';
import { Progress } from '../replay/progress.ts';
import { type Login, Member } from '../replay/staff.ts';
import { runningUrl } from '../running.ts';
import { demoLogins } from '../start/demo.ts';
import { readOptions, USAGE, UsageError, type WhatIfOptions } from './options.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PATIENCE = 60_000;
const Standing = z.enum(['kept', 'broken', 'cancelled', 'open', 'none']);
const Part = z.object({
  requests: z.number(),
  total: z.number(),
  next: z.string().nullable(),
  rules: z.array(z.object({ rule: z.string(), clause: z.string(), name: z.string() })),
  outcomes: z.array(
    z.object({
      rule: z.string(),
      before: Standing,
      after: Standing,
      count: z.number(),
      moved: z.array(
        z.object({
          requestId: z.string(),
          number: z.string().nullable(),
          run: z.number(),
          dueBefore: z.string().nullable(),
          dueAfter: z.string().nullable(),
        }),
      ),
    }),
  ),
});
type Rules = z.infer<typeof Part>['rules'];

const Refusal = z.object({
  detail: z.string(),
  errors: z.array(z.object({ message: z.string() })).default([]),
});

function baseOf({ url, running }: WhatIfOptions): string {
  const base = url ?? runningUrl(running);
  if (base !== undefined) return base;
  throw new UsageError(`No platform is running from ${path.dirname(running)}: start it with npm start, or give --url.`);
}

function managerOf({ tenant, login, password }: WhatIfOptions): Login {
  if (login !== null && password !== null) return { tenant, login, password };
  const found = demoLogins(ROOT).find((one) => one.tenant === tenant && one.roles.includes('manager'));
  if (found === undefined) throw new UsageError(`The demo has no manager of ${tenant}: give --login and --password.`);
  return found;
}

async function replay(
  options: WhatIfOptions,
): Promise<{ total: number; rules: Rules; outcomes: readonly Outcome<string>[] }> {
  const base = baseOf(options);
  const manager = new Member(base, managerOf(options));
  const tally = new Tally<string>();
  const text = options.draft === null ? {} : { text: readFileSync(options.draft, 'utf8') };
  const period = Object.fromEntries(
    (['from', 'to'] as const).flatMap((end) => (options[end] === null ? [] : [[end, options[end]]])),
  );
  let after: string | null = null;
  let total = 0;
  let rules: Rules = [];
  let progress: Progress | undefined;
  do {
    const body = { ...text, ...period, changes: options.changes, ...(after === null ? {} : { after }) };
    const part = Part.parse(await ask(manager, body));
    tally.merge(part.outcomes);
    if (progress === undefined) {
      progress = new Progress(part.total, () => `${progress?.done ?? 0} of ${part.total} requests`);
      progress.start();
    }
    progress.done += part.requests;
    ({ next: after, total, rules } = part);
  } while (after !== null);
  progress.stop();
  return { total, rules, outcomes: tally.outcomes() };
}

async function ask(manager: Member, body: object): Promise<unknown> {
  const patience = new Patience(PATIENCE);
  const headers = { 'accept-language': 'en' };
  for (;;) {
    const reached = await manager.once({ method: 'POST', path: '/api/sla/what-if', headers, body });
    if (reached.kind === 'unsure') {
      await patience.wait(reached.why);
      continue;
    }
    const { status, body: said } = reached.answer;
    if (status === 200) return said;
    if (status === 429) {
      await patience.wait('too many requests', 1_000);
      continue;
    }
    const refusal = Refusal.safeParse(said);
    const lines = refusal.success ? [refusal.data.detail, ...refusal.data.errors.map(({ message }) => message)] : [];
    throw new UsageError(lines.length > 0 ? lines.join('\n  ') : `The platform answered ${status}.`);
  }
}

function table(summaries: readonly RuleSummary<string>[], rules: Rules): string {
  const named = new Map(rules.map((rule) => [rule.rule, rule]));
  return summaries
    .flatMap(({ rule, before, after, changes }) => {
      const standings = Standing.options.filter((one) => before[one] + after[one] > 0);
      const figures = standings.map((one) => `${one} ${before[one]} → ${after[one]}`).join(', ');
      const moves = changes.map(
        (one) =>
          `      ${one.before} → ${one.after}: ${one.count}, such as ${one.moved[0]?.number ?? one.moved[0]?.requestId}`,
      );
      const { clause = '?', name = rule } = named.get(rule) ?? {};
      return [`  ${clause.padEnd(8)} ${name} (${rule}): ${figures}`, ...moves];
    })
    .join('\n');
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.cwd());
  const { total, rules, outcomes } = await replay(options);
  const summaries = summarise(
    outcomes,
    rules.map(({ rule }) => rule),
  );
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ tenant: options.tenant, requests: total, summaries })}\n`);
    return;
  }
  const changed = summaries.flatMap(({ changes }) => changes).reduce((sum, { count }) => sum + count, 0);
  process.stdout.write(`\n${options.tenant}: ${total} requests, ${changed} promises would end otherwise\n`);
  process.stdout.write(`${table(summaries, rules)}\n`);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof UsageError) && !(error instanceof GaveUp)) throw error;
  process.stderr.write(`${error.message}\n${error instanceof UsageError ? `\n${USAGE}\n` : ''}`);
  process.exit(2);
}
