/** `npm run replay`: sends a day, or years, of requests through the public API, and proves that what went in came out. */
import path from 'node:path';
import type { Instant } from '@reglament/domain/time';
import { RegulationBook } from '@reglament/platform/regulations';
import { z } from 'zod';
import { runningUrl } from '../running.ts';
import { Hotline, type Session } from './api.ts';
import { collectReports } from './collect-reports.ts';
import { type HotlineCrew, signInCrew } from './crew.ts';
import { demoPlan } from './demo-plan.ts';
import { Patience } from './http.ts';
import { findLog, logPlan } from './log-plan.ts';
import { monthPlan, readMonths } from './month-plan.ts';
import { type ReplayOptions, readOptions, UsageError } from './options.ts';
import { inOrder, Places, paceOf, turnsOf } from './pace.ts';
import { type Filed, Performer } from './perform.ts';
import { DataError, type Plan, spanOf } from './plan.ts';
import { Progress } from './progress.ts';
import { compared, describeSpan, reportTally } from './report.ts';
import { readPublic } from './staff.ts';
import { monthsBetween, type Received, readReceived } from './statistics.ts';
import { Tally } from './tally.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const DEFAULT_SPEED = 600;
/** Deeds under way at once. */
const PLACES = 32;
/** From here on a replay is called long, milliseconds. */
const LONG = 3_600_000;
/** Answers that the public status page admits from one address in a minute, with room to spare. */
const ANSWERS_A_MINUTE = 20;

const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args, process.cwd());
  const base = baseOf(options);
  const hotlines = await readHotlines(base, options);
  const crews = new Map<string, HotlineCrew>();
  for (const { tenant } of hotlines.values()) {
    crews.set(tenant, await signInCrew(base, path.join(ROOT, 'demo', 'staff.yaml'), tenant));
  }
  const clock = [...crews.values()][0]?.manager.session?.clock;
  if (!clock) throw new DataError('There is no hotline to replay on.');
  const speed = options.speed ?? (clock.simulated ? clock.speed : DEFAULT_SPEED);
  const plan = options.month === null ? planFor(options, hotlines, speed) : monthOf(options.month, hotlines, clock.now);
  announce(plan, speed, clock);
  const timeZones = new Map([...hotlines.values()].map(({ tenant, timeZone }) => [tenant, timeZone]));
  const before = await received(crews, hotlines, clock.now, clock.now);
  const tally = await run(plan, { base, crews, speed, patience: options.patience, timeZones });
  reportTally(tally, say);
  const code = await compared({ tally, say, before, again: () => afterwards(crews, hotlines, clock.now) });
  if (options.month === null || options.into === null) return code;
  await collectReports(
    [...crews.values()].map(({ manager }) => manager),
    options.month,
    options.into,
    say,
  );
  return code;
}

/** Whole months, from the platform's now to the end of the one asked for. */
function monthOf(month: string, hotlines: Hotlines, now: string): Plan {
  const tenants = [...hotlines.values()].map(({ tenant }) => tenant);
  const book = RegulationBook.load(path.join(ROOT, 'regulations'));
  const calendars = new Map(tenants.map((tenant) => [tenant, book.calendar(tenant)]));
  const demo = demoPlan(path.join(ROOT, 'demo', 'requests.jsonl'), tenants);
  const months = readMonths(path.join(ROOT, 'demo', 'month.yaml'));
  return accepting(monthPlan(demo, months, calendars, { from: Date.parse(now) as Instant, month }), hotlines);
}

/** What is about to happen and how long it takes, before it begins. */
function announce(plan: Plan, speed: number | 'max', clock: Session['clock']): void {
  const span = spanOf(plan);
  const pace =
    speed === 'max' ? 'as fast as the platform takes them' : `${speed} times faster, ${describeSpan(span / speed)}`;
  say(`Replaying ${plan.name}: ${plan.cases.length} requests of ${describeSpan(span)}, ${pace}.`);
  const remarks = [...plan.remarks];
  if (!clock.simulated) {
    remarks.push('the platform runs on real time, its clocks do not run with the replay (npm start -- --speed N)');
  } else if (clock.speed !== speed) {
    remarks.push(`the platform's clock runs ${clock.speed} times faster than yours, and deadlines are counted by it`);
  }
  if (speed !== 'max' && span / speed > LONG) {
    remarks.push('this takes long; --limit N replays the first N requests, --speed max waits for nothing');
  }
  for (const remark of remarks) say(`  Note: ${remark}.`);
}

interface Stage {
  readonly base: string;
  readonly crews: ReadonlyMap<string, HotlineCrew>;
  readonly speed: number | 'max';
  readonly patience: number;
  readonly timeZones: ReadonlyMap<string, string>;
}

async function run(plan: Plan, stage: Stage): Promise<Tally> {
  const tally = new Tally(stage.timeZones);
  const runId = `${Date.now().toString(36)}${process.pid.toString(36)}`;
  const performers = new Map(
    [...stage.crews].map(([tenant, crew]) => [tenant, new Performer(stage.base, runId, crew, stage.patience)]),
  );
  const turns = turnsOf(plan.cases);
  const filed = new Map<string, Filed>();
  const progress = new Progress(
    turns.length,
    () => `${tally.requests} of ${plan.cases.length} requests, ${tally.deeds} deeds`,
  );
  progress.start();
  try {
    await inOrder(turns, paceOf(stage.speed), new Places(PLACES), async ({ one, step }) => {
      const performer = performers.get(one.hotline);
      const deed = one.steps[step]?.deed;
      const request = filed.get(one.key);
      if (performer && step === -1) {
        const outcome = await performer.file(one);
        if ('requestId' in outcome) {
          filed.set(one.key, outcome);
          tally.filed(one);
        } else if (outcome.kind === 'refused') tally.refusal('file', outcome.code);
      } else if (performer && deed && request) {
        const outcome = await performer.perform(request, deed, one.hotline);
        if (outcome.kind === 'done') tally.done(one, deed.do, outcome.standing);
        else tally.refusal(deed.do, outcome.code);
      }
      progress.done += 1;
    });
  } finally {
    progress.stop();
  }
  return tally;
}

function baseOf({ url, running }: ReplayOptions): string {
  const base = url ?? runningUrl(running);
  if (base !== undefined) return base;
  throw new UsageError(
    `No platform runs from ${path.dirname(running)}. Start it with npm start, or name it with --url.`,
  );
}

async function readHotlines(base: string, options: ReplayOptions): Promise<ReadonlyMap<string, Hotline>> {
  const names =
    options.hotlines ?? (options.month === null && sourceOf(options).log ? ['ovk'] : await allHotlines(base));
  const found = new Map<string, Hotline>();
  for (const name of names) {
    const answer = await readPublic(
      base,
      `/api/intake/hotlines/${encodeURIComponent(name)}`,
      new Patience(options.patience),
    );
    if (answer.status !== 200) throw new UsageError(`There is no hotline "${name}".`);
    found.set(name, Hotline.parse(answer.body));
  }
  return found;
}

async function allHotlines(base: string): Promise<readonly string[]> {
  const answer = await readPublic(base, '/api/intake/hotlines', new Patience(60_000));
  const { items } = z.object({ items: z.array(z.object({ tenant: z.string() })) }).parse(answer.body);
  return items.map(({ tenant }) => tenant);
}

/** The log to replay, or the file of requests. */
function sourceOf({ data }: ReplayOptions): { readonly log: ReturnType<typeof findLog>; readonly requests: string } {
  const demo = path.join(ROOT, 'demo', 'requests.jsonl');
  if (data?.endsWith('.jsonl')) return { log: null, requests: data };
  const log = findLog(data ?? path.join(ROOT, '..', 'shared', 'data'));
  if (log === null && data !== null)
    throw new UsageError(`${data} is neither a log, nor a folder with logs/, nor a file of requests.`);
  return { log, requests: demo };
}

function planFor(options: ReplayOptions, hotlines: ReadonlyMap<string, Hotline>, speed: number | 'max'): Plan {
  const { log, requests } = sourceOf(options);
  const { limit } = options;
  if (log === null) {
    const plan = demoPlan(requests, [...hotlines.keys()]);
    return accepting(limit === null ? plan : { ...plan, cases: plan.cases.slice(0, limit) }, hotlines);
  }
  const made = (answers: boolean) => logPlan(log, [...hotlines.values()], { limit, answers });
  const plan = made(true);
  const answers = plan.cases.flatMap((one) => one.steps).filter(({ deed }) => deed.do === 'answer').length;
  const minutes = speed === 'max' ? 0 : spanOf(plan) / speed / 60_000;
  return accepting(answers > ANSWERS_A_MINUTE * Math.max(1, minutes) ? made(false) : plan, hotlines);
}

/** People of a replay accept the rules of conduct where the hotline asks them to, in the edition that it shows. */
function accepting(plan: Plan, hotlines: Hotlines): Plan {
  const cases = plan.cases.map((one) => {
    const hotline = hotlines.get(one.hotline);
    if (!hotline?.acceptance) return one;
    return { ...one, submission: { ...one.submission, acceptedRules: hotline.edition.id } };
  });
  return { ...plan, cases };
}

type Crews = ReadonlyMap<string, HotlineCrew>;
type Hotlines = ReadonlyMap<string, Hotline>;

async function received(
  crews: Crews,
  hotlines: Hotlines,
  from: string,
  to: string,
): Promise<ReadonlyMap<string, Received>> {
  const found = new Map<string, Received>();
  for (const [tenant, { manager }] of crews) {
    const months = monthsBetween(from, to, hotlines.get(tenant)?.timeZone ?? 'UTC');
    found.set(tenant, await readReceived(manager, months));
  }
  return found;
}

async function afterwards(crews: Crews, hotlines: Hotlines, from: string): Promise<ReadonlyMap<string, Received>> {
  const manager = [...crews.values()][0]?.manager;
  await manager?.signIn();
  return received(crews, hotlines, from, manager?.session?.clock.now ?? from);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError) && !(error instanceof DataError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
