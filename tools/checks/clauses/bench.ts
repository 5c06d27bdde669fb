import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Platform, startPlatform } from '../../platform.ts';
import { type Actor, anonymous, ask, signIn } from '../edge/actors.ts';
import { allOperations } from '../edge/operations.ts';
import type { Clock, Filed, FileFacts, Given, Letter, Work } from './shapes.ts';

/** Refused, where the test expected to be let in. */
class Refused extends Error {}

/** The whole platform under a simulated clock, as people meet it: everything goes through its one door. */
export class Bench {
  private readonly signedIn = new Map<string, Promise<Actor>>();

  private readonly platform: Platform;
  private readonly data: string;

  private constructor(platform: Platform, data: string) {
    this.platform = platform;
    this.data = data;
  }

  /** @param start an ISO time with offset at which the platform's clock begins; `speed` is how fast it runs */
  static async open(start: string, speed: number): Promise<Bench> {
    const data = mkdtempSync(path.join(tmpdir(), 'reglament-clauses-'));
    const args = ['--clock', start, '--speed', String(speed)];
    return new Bench(await startPlatform({ data, args, env: { RATE_LIMITS: 'off' } }), data);
  }

  async close(): Promise<void> {
    await this.platform.stop();
    rmSync(this.data, { recursive: true, force: true, maxRetries: 5 });
  }

  /** `role` is a login before its at-sign: operator, moderator, agent, agent2 … */
  as(tenant: string, role: string): Promise<Actor> {
    const name = `${role}@${tenant}`;
    const login = this.platform.logins.find((each) => each.login === name);
    if (login === undefined) throw new Error(`${name} is nobody`);
    const actor = this.signedIn.get(name) ?? signIn(this.platform.url, login);
    this.signedIn.set(name, actor);
    return actor;
  }

  /** One call; `who` is `role@tenant`, or null for a stranger. */
  async call(who: string | null, method: string, address: string, body?: unknown, language = 'ru') {
    const [role = '', tenant = ''] = who?.split('@') ?? [];
    const actor = who === null ? anonymous : await this.as(tenant, role);
    return ask(this.platform.url, actor, method, `/api${address}`, body, { 'accept-language': language });
  }

  /** The same, where anything but success is a mistake. @throws Refused with the status and the words of the answer */
  async get<T>(who: string | null, address: string): Promise<T> {
    const { status, body, text } = await this.call(who, 'GET', address);
    if (status !== 200) throw new Refused(`${who} GET ${address}: ${status} ${text}`);
    return body as T;
  }

  async post<T>(who: string | null, address: string, sent: unknown): Promise<T> {
    const { status, body, text } = await this.call(who, 'POST', address, sent);
    if (status >= 300) throw new Refused(`${who} POST ${address}: ${status} ${text}`);
    return body as T;
  }

  /** Opens a stream of events, lets something happen once it is open, and reads until it speaks of it. @throws after half a minute */
  async hear(who: string | null, address: string, words: string, act: () => Promise<unknown>): Promise<void> {
    const [role = '', tenant = ''] = who?.split('@') ?? [];
    const { headers } = who === null ? anonymous : await this.as(tenant, role);
    const ended = AbortSignal.timeout(30_000);
    const stream = await fetch(`${this.platform.url}/api${address}`, { headers, signal: ended });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    let acting: Promise<unknown> | undefined;
    while (!heard.includes(words)) {
      const { value, done } = (await reader?.read()) ?? { done: true };
      if (done) throw new Error(`${address} ended without “${words}”: ${heard}`);
      heard += value;
      // What comes first says that the stream is open.
      acting ??= act();
    }
    await acting;
    await reader?.cancel();
  }

  /** Files a request on the hotline's own form. */
  file(tenant: string, given: Given): Promise<Filed> {
    return this.post(null, `/intake/hotlines/${tenant}/requests`, whole(given));
  }

  /** What the form answers, also when it refuses. */
  async tryToFile(tenant: string, given: Given) {
    const answer = await this.call(null, 'POST', `/intake/hotlines/${tenant}/requests`, whole(given), given.language);
    return { ...answer, body: answer.body as Record<string, unknown> };
  }

  /** Brings a file to the hotline, as its form does. */
  bring(tenant: string, name: string, content: Uint8Array<ArrayBuffer>) {
    return this.send<FileFacts>(anonymous, `/intake/hotlines/${tenant}/files`, name, content);
  }

  /** Brings a file for an answer, as the agent's page does. */
  async bringForAnswer(who: string, requestId: string, name: string, content: Uint8Array<ArrayBuffer>) {
    const [role = '', tenant = ''] = who.split('@');
    return this.send<FileFacts>(await this.as(tenant, role), `/intake/requests/${requestId}/files`, name, content);
  }

  /** Sends bytes under a name. */
  async send<T>(actor: Actor, address: string, name: string, content: Uint8Array<ArrayBuffer>) {
    const type = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) };
    const headers = { ...actor.headers, ...type };
    const response = await fetch(`${this.platform.url}/api${address}`, { method: 'POST', headers, body: content });
    return { status: response.status, body: (await response.json()) as T & { errors?: { rule: string }[] } };
  }

  /** A program of the tenant with a key of these scopes. */
  async program(tenant: string, name: string, scopes: readonly string[]): Promise<Actor> {
    const { key } = await this.post<{ key: string }>(`administrator@${tenant}`, '/gateway/api-keys', { name, scopes });
    return { name, roles: ['api-key'], headers: { 'x-api-key': key } };
  }

  /** A file of a request with its bytes, as somebody gets it. */
  fetchFile(who: string, requestId: string, fileId: string) {
    return this.fetchBytes(who, `/intake/requests/${requestId}/files/${fileId}`);
  }

  /** Bytes as somebody gets them: by GET, or by POST where there is a body. */
  async fetchBytes(who: string | null, address: string, asked: Readonly<Record<string, string>> = {}, sent?: object) {
    const [role = '', tenant = ''] = who?.split('@') ?? [];
    const { headers } = who === null ? anonymous : await this.as(tenant, role);
    const posted = sent === undefined ? {} : { method: 'POST', body: JSON.stringify(sent) };
    const type = sent === undefined ? {} : { 'content-type': 'application/json' };
    const given = { headers: { ...headers, ...type, ...asked }, ...posted };
    const response = await fetch(`${this.platform.url}/api${address}`, given);
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      disposition: response.headers.get('content-disposition'),
      range: response.headers.get('content-range'),
      sniffing: response.headers.get('x-content-type-options'),
      bytes: Buffer.from(await response.arrayBuffer()),
    };
  }

  /** A verb on a request, with the version it has now. */
  async act(who: string, requestId: string, verb: string, sent: object = {}): Promise<Work> {
    const needsVersion = ['assign', 'take', 'unassign'].includes(verb);
    const version = needsVersion ? { version: (await this.work(who, requestId)).version } : {};
    return this.post(who, `/routing/requests/${requestId}/${verb}`, { ...sent, ...version });
  }

  /** Gives the request to an agent of the tenant, by the agent's login. */
  async assign(tenant: string, requestId: string, agent: string): Promise<Work> {
    const { staffId } = await this.get<{ staffId: string }>(`${agent}@${tenant}`, '/gateway/session');
    return this.act(`moderator@${tenant}`, requestId, 'assign', { agentId: staffId });
  }

  work(who: string, requestId: string): Promise<Work> {
    return soon(() => this.get<Work>(who, `/routing/requests/${requestId}`));
  }

  /** A clock of the request once it is as `until` wants it. */
  clock(tenant: string, requestId: string, rule: string, until: (clock: Clock) => boolean, within?: number) {
    return soon(async () => {
      const clocks = await this.get<Clock[]>(`manager@${tenant}`, `/sla/requests/${requestId}/clocks`);
      const found = clocks.filter((clock) => clock.rule === rule).at(-1);
      if (found === undefined || !until(found)) throw new Error(`the clock ${rule} is ${JSON.stringify(found)}`);
      return found;
    }, within);
  }

  /** Holds a service still, as a machine that stalls would, until `act` has ended. `instance` is its name: `routing-1`. */
  async whileHeld<T>(instance: string, act: () => Promise<T>): Promise<T> {
    const pid = this.platform.pids[instance];
    if (pid === undefined) throw new Error(`${instance} does not run`);
    process.kill(pid, 'SIGSTOP');
    try {
      return await act();
    } finally {
      process.kill(pid, 'SIGCONT');
    }
  }

  /**
   * Walks every route that is not open to anybody with this text as bearer, API key and cookie.
   * @returns the routes that answered anything but a refusal: none, where the text is no credential
   */
  async openWith(secret: string): Promise<string[]> {
    const { url } = this.platform;
    const opened: string[] = [];
    for (const operation of await allOperations(url)) {
      if (operation.allow === 'public') continue;
      const address = operation.path.replaceAll(/\{[^}]+\}/g, '0192f3a4-5b6c-7d8e-9f01-23456789abcd');
      for (const headers of [
        { authorization: `Bearer ${secret}` },
        { 'x-api-key': secret },
        { cookie: `rgl_session=${secret}` },
      ]) {
        const { status } = await ask(url, { ...anonymous, headers }, operation.method, address);
        if (status !== 401 && status !== 403) opened.push(`${operation.method} ${address}: ${status}`);
      }
    }
    return opened;
  }

  /** Signs a requester in by the code that was sent to them. Staff do not see that letter: it is read where it arrived. */
  async requester(tenant: string, email: string): Promise<Actor> {
    const account = `/intake/hotlines/${tenant}/account`;
    const { signIn: token } = await this.post<{ signIn: string }>(null, `${account}/codes`, { email, language: 'ru' });
    const code = await soon(async () => {
      const mailbox = `${this.platform.engines.mailbox}/letters`;
      const lines = (await (await fetch(`${mailbox}?limit=200`)).json()) as Letter[];
      const line = lines.find((each) => each.to.includes(email) && each.subject.includes('Код для входа'));
      if (line === undefined) throw new Error(`no code was sent to ${email}`);
      const letter = (await (await fetch(`${mailbox}/${line.id}`)).json()) as Letter;
      return /\d{8}/.exec(letter.text)?.[0] ?? '';
    });
    const response = await fetch(`${this.platform.url}/api${account}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ signIn: token, code }),
    });
    if (response.status !== 204) throw new Refused(`${email}: ${response.status} ${await response.text()}`);
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return { name: email, roles: [], headers: { cookie } };
  }

  /** One call of a requester who is signed in. */
  async own<T>(actor: Actor, method: string, tenant: string, path = '', body?: unknown) {
    const answer = await ask(this.platform.url, actor, method, `/api/intake/hotlines/${tenant}/account${path}`, body);
    return { ...answer, body: answer.body as T };
  }

  /** The letter to this address whose subject or text holds `words`, once it has been sent. */
  letter(tenant: string, to: string, words: string): Promise<Letter> {
    return soon(async () => {
      const lines = await this.get<Letter[]>(`operator@${tenant}`, '/gateway/mailbox?limit=200');
      for (const line of lines.filter((each) => each.to.includes(to))) {
        const letter = await this.get<Letter>(`operator@${tenant}`, `/gateway/mailbox/${line.id}`);
        if (`${letter.subject}\n${letter.text}`.includes(words)) return letter;
      }
      throw new Error(`no letter to ${to} with “${words}” among ${lines.length}`);
    });
  }
}

function whole({ email, phone, name, ...given }: Given) {
  return { requester: { name: name ?? 'Айна Тестова', email, phone }, fields: {}, ...given };
}

/** Looks until it no longer throws. @throws the last error after `within` real milliseconds */
export async function soon<T>(look: () => Promise<T>, within = 30_000): Promise<T> {
  const deadline = performance.now() + within;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await pause(100);
    }
  }
}

/** The newest line of a verb in the trail. Not simply the last: at this clock's pace the platform adds its own, an escalation among them, meanwhile. */
export const lastOf = (trail: Work['trail'], verb: string): Work['trail'][number] | undefined =>
  trail.findLast((line) => line.verb === verb);

/** A number as people read it, `260 000 043`, without its spaces. */
export const plain = (text: string): string => text.replaceAll(/\s/g, '');
