import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { type Platform, startPlatform } from '../../platform.ts';
import { type Actor, anonymous, ask, signIn } from './actors.ts';
import { bodies, parameterTexts } from './hostile.ts';
import { addressOf, allOperations, type Operation } from './operations.ts';

/** Bodies for each operation that takes one, and addresses for each operation that has parameters. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 40);
const tenant = 'initiative';

const data = mkdtempSync(path.join(tmpdir(), 'reglament-fuzz-'));
let platform: Platform;
let operations: Operation[];
const staff = new Map<string, Actor>();
let hints: Record<string, unknown>;

beforeAll(async () => {
  platform = await startPlatform({ data, env: { RATE_LIMITS: 'off' } });
  operations = await allOperations(platform.url);
  for (const role of ['operator', 'moderator', 'agent', 'manager', 'administrator']) {
    const login = platform.logins.find((each) => each.tenant === tenant && each.roles.includes(role));
    if (login) staff.set(role, await signIn(platform.url, login));
  }
  hints = await hintsOf(platform.url);
}, 400_000);
afterAll(async () => {
  await platform?.stop();
  rmSync(data, { recursive: true, force: true, maxRetries: 5 });
});

/** What a request at this hotline has to name to be taken, so that hostile texts travel further than the first refusal. */
async function hintsOf(url: string): Promise<Record<string, unknown>> {
  const { body } = await ask(url, anonymous, 'GET', `/api/intake/hotlines/${tenant}`);
  const hotline = body as {
    entryPoints: { id: string }[];
    categories: { id: string }[];
    clientCategories: { id: string }[];
  };
  return {
    entryPoint: hotline.entryPoints[0]?.id,
    category: hotline.categories[0]?.id,
    ...(hotline.clientCategories[0] ? { clientCategory: hotline.clientCategories[0].id } : {}),
    language: 'ru',
    email: 'somebody@example.org',
    tenant,
  };
}

const actorFor = ({ allow }: Operation): Actor => {
  if (allow === 'public') return anonymous;
  const role = allow === 'signed-in' ? 'moderator' : (allow.find((each) => staff.has(each)) ?? '');
  return staff.get(role) ?? anonymous;
};

/** Says what is wrong with an answer, if anything. */
function fault(operation: Operation, answer: { status: number; text: string; type: string }): string | null {
  const what = `${operation.method} ${operation.path} → ${answer.status}`;
  if (answer.status >= 500) return `${what}: ${answer.text.slice(0, 300)}`;
  if (!operation.statuses.has(answer.status)) return `${what} is not in the document`;
  if (answer.status >= 400 && !answer.type.startsWith('application/problem+json'))
    return `${what} is no problem document: ${answer.type}`;
  return null;
}

test('hostile bodies are answered as the document says, never with a failure', async () => {
  const faults = new Set<string>();
  for (const operation of operations.filter(({ body }) => body !== undefined)) {
    const actor = actorFor(operation);
    for (const { body, headers } of fc.sample(bodies(operation.body, hints), { numRuns: RUNS, seed: 20261122 })) {
      const answer = await ask(platform.url, actor, operation.method, addressOf(operation, { tenant }), body, headers);
      const found = fault(operation, answer);
      if (found) faults.add(`${found} for ${body.slice(0, 200)}`);
    }
  }
  expect([...faults]).toEqual([]);
}, 600_000);

test('hostile addresses are answered as the document says, never with a failure', async () => {
  const faults = new Set<string>();
  for (const operation of operations.filter(({ parameters }) => parameters.length > 0)) {
    const actor = actorFor(operation);
    for (const texts of fc.sample(parameterTexts(operation.parameters), { numRuns: RUNS, seed: 20261122 })) {
      const answer = await ask(
        platform.url,
        actor,
        operation.method,
        addressOf(operation, texts),
        operation.body === undefined ? undefined : {},
      );
      const found = fault(operation, answer);
      if (found) faults.add(`${found} for ${JSON.stringify(texts).slice(0, 200)}`);
    }
  }
  expect([...faults]).toEqual([]);
}, 600_000);
