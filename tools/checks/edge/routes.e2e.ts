import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Platform, startPlatform } from '../../platform.ts';
import { type Actor, anonymous, apiKeyOf, ask, signIn } from './actors.ts';
import { addressOf, allOperations, type Operation, sampleOf } from './operations.ts';

/** Whoever calls belongs to `ours`; all the ids are of `theirs`. */
const [ours, theirs] = ['ovk', 'edoc'];
const roles = ['operator', 'moderator', 'agent', 'manager', 'administrator'];
const secret = {
  name: 'Zeynep Sentinelova',
  email: 'sentinel-4711@example.org',
  text: 'sentinelquestion 4711 about a document',
};

const data = mkdtempSync(path.join(tmpdir(), 'reglament-routes-'));
let platform: Platform;
let url: string;
let operations: Operation[];
let actors: Actor[];
/** Ids and numbers that exist in the other tenant only. */
let foreign: Record<string, string>;
let witness: Actor;

const loginOf = (tenant: string, role: string) => {
  const found = platform.logins.find((login) => login.tenant === tenant && login.roles.includes(role));
  if (found === undefined) throw new Error(`no ${role} at ${tenant}`);
  return found;
};

async function soon<T>(read: () => Promise<T | undefined>): Promise<T> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const value = await read();
    if (value !== undefined) return value;
    await pause(100);
  }
  throw new Error('It did not come about within 20 seconds');
}

/** Files a request at the other hotline and collects the ids that it leaves everywhere. */
async function fileForeignRequest(): Promise<Record<string, string>> {
  const hotline = (await ask(url, anonymous, 'GET', `/api/intake/hotlines/${theirs}`)).body as {
    entryPoints: { id: string; channel: string }[];
    categories: {
      id: string;
      channels: string[];
      outOfScope: unknown;
      fields: { id: string; type: string; choices?: { id: string }[] }[];
    }[];
    clientCategories: { id: string }[];
    products: { id: string }[];
  };
  const category = hotline.categories.find((each) => each.channels.includes('web') && !each.outOfScope);
  const fileId = await bringFile();
  const filed = await ask(
    url,
    anonymous,
    'POST',
    `/api/intake/hotlines/${theirs}/requests`,
    {
      entryPoint: hotline.entryPoints.find((each) => each.channel === 'web')?.id,
      category: category?.id,
      ...(hotline.clientCategories[0] ? { clientCategory: hotline.clientCategories[0].id } : {}),
      ...(hotline.products[0] ? { product: hotline.products[0].id } : {}),
      language: 'ru',
      requester: { name: secret.name, email: secret.email, phone: '+77012345678' },
      text: secret.text,
      attachments: [fileId],
      fields: Object.fromEntries((category?.fields ?? []).map((field) => [field.id, fieldValue(field)])),
    },
    { 'idempotency-key': 'routes-check' },
  );
  if (filed.status !== 201) throw new Error(`the request was not taken: ${filed.status} ${filed.text}`);
  const { requestId, number } = filed.body as { requestId: string; number: string };
  const staff = (await ask(url, witness, 'GET', '/api/gateway/staff')).body as { staffId: string; login: string }[];
  const keys = await ask(url, witness, 'POST', '/api/gateway/api-keys', { name: 'theirs', scopes: ['intake:read'] });
  const letter = await soon(async () => {
    const letters = (await ask(url, witness, 'GET', '/api/gateway/mailbox')).body as { id: string; to: string }[];
    return letters.find(({ to }) => to.includes(secret.email));
  });
  const clock = await soon(async () => {
    const answer = await ask(url, witness, 'GET', `/api/sla/requests/${requestId}/clocks`);
    return (answer.body as { clockId: string }[] | undefined)?.[0];
  });
  const agent = staff.find(({ login }) => login.startsWith('agent'))?.staffId ?? '';
  return {
    requestId,
    fileId,
    number,
    contact: secret.email,
    clockId: clock.clockId,
    agentId: agent,
    staffId: agent,
    keyId: (keys.body as { keyId: string }).keyId,
    id: letter.id,
    q: number,
    blockId: await blockElsewhere(),
  };
}

/** A block with the same person's data at a third hotline, whose regulation has blocks. */
async function blockElsewhere(): Promise<string> {
  const hotline = '/api/intake/hotlines/kz-portal';
  const { edition } = (await ask(url, anonymous, 'GET', hotline)).body as { edition: { id: string } };
  const filed = await ask(url, anonymous, 'POST', `${hotline}/requests`, {
    ...{ entryPoint: 'portal-form', category: 'application', language: 'ru', acceptedRules: edition.id, fields: {} },
    ...{ requester: { name: secret.name, email: secret.email }, text: secret.text },
  });
  const { requestId } = filed.body as { requestId: string };
  const moderator = await signIn(url, loginOf('kz-portal', 'moderator'));
  const rude = { ground: 'rudeness', days: 7, reason: secret.text };
  const blocked = await ask(url, moderator, 'POST', `/api/intake/requests/${requestId}/block`, rude);
  if (blocked.status !== 201) throw new Error(`nobody was blocked: ${blocked.status} ${blocked.text}`);
  return (blocked.body as { blockId: string }).blockId;
}

async function bringFile(): Promise<string> {
  const response = await fetch(`${url}/api/intake/hotlines/${theirs}/files`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'sentinel.txt' },
    body: secret.text,
  });
  return ((await response.json()) as { fileId: string }).fileId;
}

const fieldValue = (field: { type: string; choices?: { id: string }[] }): string =>
  field.type === 'choice'
    ? (field.choices?.[0]?.id ?? '')
    : field.type === 'email'
      ? 'a@example.org'
      : field.type === 'phone'
        ? '+77012345678'
        : '123456789012';

beforeAll(async () => {
  platform = await startPlatform({ data, env: { RATE_LIMITS: 'off' } });
  url = platform.url;
  operations = await allOperations(url);
  // Its roles together see everything of the other tenant: they witness that nothing changed.
  const administrator = await signIn(url, loginOf(theirs, 'administrator'));
  const { staffId } = (await ask(url, administrator, 'GET', '/api/gateway/session')).body as { staffId: string };
  await ask(url, administrator, 'PATCH', `/api/gateway/staff/${staffId}`, { roles });
  witness = await signIn(url, loginOf(theirs, 'administrator'));
  foreign = await fileForeignRequest();
  const staff = await Promise.all(roles.map((role) => signIn(url, loginOf(ours, role))));
  const administratorOfOurs = staff[roles.indexOf('administrator')] ?? anonymous;
  actors = [anonymous, ...staff, await apiKeyOf(url, administratorOfOurs)];
}, 400_000);
afterAll(async () => {
  await platform?.stop();
  rmSync(data, { recursive: true, force: true, maxRetries: 5 });
});

const mayCall = ({ allow }: Operation, actor: Actor): boolean =>
  allow === 'public' ||
  (allow === 'signed-in'
    ? actor.roles.length > 0 && !actor.roles.includes('api-key')
    : actor.roles.some((role) => allow.includes(role)));

/** What the witness sees of the foreign request, in every service. */
async function stateOfTheirs(): Promise<string> {
  const places = [
    `/api/intake/requests/${foreign.requestId}`,
    `/api/routing/requests/${foreign.requestId}`,
    '/api/gateway/staff',
    '/api/gateway/api-keys',
  ];
  const answers = await Promise.all(places.map((place) => ask(url, witness, 'GET', place)));
  for (const [index, answer] of answers.entries()) expect([places[index], answer.status]).toEqual([places[index], 200]);
  return answers.map(({ text }) => text.replaceAll(/"(now|lastUsedAt|version)":[^,}]*/g, '')).join('\n');
}

test('every service is in the document', () => {
  for (const service of ['gateway', 'intake', 'routing', 'sla', 'reporting']) {
    expect(operations.filter(({ path: where }) => where.startsWith(`/api/${service}/`)).length).toBeGreaterThan(0);
  }
});

test('the walk would see a leak: the other tenant’s own staff are shown what is looked for', async () => {
  const shown: string[] = [];
  for (const operation of operations.filter(({ method, streams }) => method === 'GET' && !streams)) {
    const answer = await ask(url, witness, 'GET', addressOf(operation, { ...foreign, tenant: theirs }));
    if (answer.text.includes(secret.email) || answer.text.includes(String(foreign.number))) shown.push(operation.path);
  }
  expect(shown).toEqual(
    expect.arrayContaining([
      '/api/gateway/mailbox',
      '/api/intake/requests/{requestId}',
      '/api/routing/requests/{requestId}',
    ]),
  );
});

test('no route gives any role, API key or stranger anything of another tenant, changes it, or fails', async () => {
  const before = await stateOfTheirs();
  const faults: string[] = [];
  const secrets = [secret.name, secret.email, secret.text, ...(foreign.number ? [foreign.number] : [])];
  let calls = 0;
  for (const operation of operations) {
    if (operation.path === '/api/gateway/session' && operation.method !== 'GET') continue;
    for (const actor of actors) {
      const hints = { ...foreign, tenant: ours, limit: 200 };
      const sent = operation.body === undefined ? undefined : sampleOf(operation.body, hints);
      const address = addressOf(operation, hints);
      const answer = await ask(url, actor, operation.method, address, sent);
      calls += 1;
      const what = `${actor.name}: ${operation.method} ${address} → ${answer.status}`;
      if (answer.status >= 500) faults.push(`${what} fails: ${answer.text.slice(0, 300)}`);
      const allowed = mayCall(operation, actor);
      if (!allowed && answer.status !== 401 && answer.status !== 403) faults.push(`${what} is let in`);
      if (allowed && answer.status === 403) faults.push(`${what} is shut out: ${answer.text.slice(0, 200)}`);
      // What was sent may be said back in a refusal's own words; everything else of theirs may not appear.
      const echo = JSON.stringify(sent ?? '') + decodeURIComponent(address);
      for (const word of secrets)
        if (answer.text.includes(word) && !echo.includes(word)) faults.push(`${what} shows ${word}`);
      if (answer.status < 300 && answer.text.includes(String(foreign.requestId)))
        faults.push(`${what} shows their request`);
    }
  }
  expect(faults).toEqual([]);
  expect(calls).toBeGreaterThan(operations.length * 6);
  expect(await stateOfTheirs()).toBe(before);
});
