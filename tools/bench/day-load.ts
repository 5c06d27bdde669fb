// People who each live one day of a request after another: file, wait until the moderator's page says it is there, assign, answer, resolve.
// Run as a child process so that it does not share a thread with what measures it. Reads its orders from the first argument, prints one JSON line.
import { randomUUID } from 'node:crypto';
import http from 'node:http';

export const steps = ['file', 'placed', 'assign', 'answer', 'resolve'] as const;
type Step = (typeof steps)[number];

/** What a client sends beside its words. */
type Headers = Readonly<Record<string, string>>;

export interface Orders {
  /** Where requests are filed, and where staff work: `http://…/hotlines/ovk/requests`, `http://…/api/routing`. */
  readonly filing: string;
  readonly routing: string;
  readonly body: string;
  readonly moderator: Headers;
  readonly agent: Headers;
  readonly agentId: string;
  readonly clients: number;
  readonly seconds: number;
  /** So many days in all instead of so many seconds. */
  readonly days?: number;
  /** Days begun per second; as fast as the clients can where absent. */
  readonly rate?: number;
}

export interface Lived {
  readonly days: number;
  readonly perSecond: number;
  /** Milliseconds: median and 99th percentile of each step, and of the whole day. */
  readonly p50: Readonly<Record<string, number>>;
  readonly p99: Readonly<Record<string, number>>;
  readonly failures: Readonly<Record<string, number>>;
}

/** A request that is not in the queue within this time counts as a failure. */
const PLACED_WITHIN_MS = 20_000;

const took = new Map<Step | 'day', number[]>([...steps, 'day' as const].map((step) => [step, []]));
const failures = new Map<string, number>();
const arrived = new Map<string, () => void>();
const early = new Set<string>();

const orders = JSON.parse(process.argv[2] ?? '{}') as Orders;
const agent = new http.Agent({ keepAlive: true, maxSockets: 512 });

function post(url: string, body: string, headers: Headers): Promise<Record<string, unknown>> {
  return new Promise((done, fail) => {
    const { hostname, port, pathname } = new URL(url);
    const all = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers };
    const call = http.request({ agent, hostname, port, path: pathname, method: 'POST', headers: all }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.once('end', () => {
        const text = Buffer.concat(parts).toString();
        const status = answer.statusCode ?? 0;
        if (status >= 300) fail(new Error(`${status} ${text.slice(0, 200)}`));
        else done(JSON.parse(text) as Record<string, unknown>);
      });
    });
    call.once('error', fail);
    call.end(body);
  });
}

/** The moderator's open page: hears of each request that came into the queue. */
function openPage(): Promise<http.ClientRequest> {
  return new Promise((done, fail) => {
    const page = http.get(`${orders.routing}/live`, { headers: orders.moderator }, (answer) => {
      if (answer.statusCode !== 200) fail(new Error(`the live page answered ${answer.statusCode}`));
      let rest = '';
      answer.setEncoding('utf8').on('data', (text: string) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) hear(line);
      });
      done(page);
    });
    page.once('error', fail);
  });
}

function hear(line: string): void {
  if (!line.startsWith('data:') || !line.includes('work.queued.v1')) return;
  const { requestId } = JSON.parse(line.slice(5)) as { requestId: string };
  const tell = arrived.get(requestId);
  if (tell === undefined) early.add(requestId);
  else tell();
}

function placed(requestId: string): Promise<void> {
  if (early.delete(requestId)) return Promise.resolve();
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error('not in the queue in time')), PLACED_WITHIN_MS);
    arrived.set(requestId, () => {
      arrived.delete(requestId);
      clearTimeout(timer);
      done();
    });
  });
}

async function timed<T>(step: Step, work: Promise<T>): Promise<T> {
  const from = performance.now();
  const result = await work;
  took.get(step)?.push(performance.now() - from);
  return result;
}

async function day(): Promise<void> {
  const from = performance.now();
  const filed = await timed('file', post(orders.filing, orders.body, { 'idempotency-key': randomUUID() }));
  const requestId = String(filed.requestId);
  await timed('placed', placed(requestId));
  const work = `${orders.routing}/requests/${requestId}`;
  const assigned = JSON.stringify({ agentId: orders.agentId, version: 1 });
  await timed('assign', post(`${work}/assign`, assigned, orders.moderator));
  await timed('answer', post(`${work}/reply`, JSON.stringify({ text: 'We are looking at it.' }), orders.agent));
  await timed('resolve', post(`${work}/resolve`, JSON.stringify({ text: 'Done, it works now.' }), orders.agent));
  took.get('day')?.push(performance.now() - from);
}

async function attempt(): Promise<void> {
  await day().catch((error: Error) => failures.set(error.message, (failures.get(error.message) ?? 0) + 1));
}

let begun = 0;
const isOver = (until: number): boolean =>
  orders.days === undefined ? performance.now() >= until : begun >= orders.days;

/** One day after another until the time is up. */
async function client(until: number): Promise<void> {
  while (!isOver(until)) {
    begun += 1;
    await attempt();
  }
}

/** Days begin at a steady rate, however long the earlier ones take. */
async function steadily(rate: number, until: number): Promise<void> {
  const lives: Promise<void>[] = [];
  const from = performance.now();
  for (; !isOver(until); begun += 1) {
    const wait = from + (begun * 1000) / rate - performance.now();
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
    lives.push(attempt());
  }
  await Promise.all(lives);
}

const page = await openPage();
const started = performance.now();
const until = started + orders.seconds * 1000;
await (orders.rate === undefined
  ? Promise.all(Array.from({ length: orders.clients }, () => client(until)))
  : steadily(orders.rate, until));
const seconds = (performance.now() - started) / 1000;
page.destroy();
agent.destroy();

const quantile = (q: number): Record<string, number> =>
  Object.fromEntries(
    [...took].map(([step, list]) => {
      list.sort((a, b) => a - b);
      return [step, list[Math.min(list.length - 1, Math.floor(list.length * q))] ?? Number.NaN];
    }),
  );
const days = took.get('day')?.length ?? 0;
const lived: Lived = {
  days,
  perSecond: days / seconds,
  p50: quantile(0.5),
  p99: quantile(0.99),
  failures: Object.fromEntries(failures),
};
process.stdout.write(`${JSON.stringify(lived)}\n`);
