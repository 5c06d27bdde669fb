import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Performer } from './perform.ts';
import type { Case } from './plan.ts';
import { Member } from './staff.ts';

const AT = '2026-11-02T06:00:00.000Z';

/** A platform that does what it is told, and breaks the connection before or after it on demand. */
class Shaky {
  readonly filed = new Map<string, string>();
  readonly trail: string[] = [];
  readonly messages: string[] = [];
  version = 1;
  agent: string | null = null;
  /** How the next POSTs fail: before the work was done, after it, or with a status. */
  faults: ('before' | 'after' | 503)[] = [];
  private readonly server: Server = createServer((request, response) => void this.serve(request, response));

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {};
    const path = request.url ?? '';
    const fault = request.method === 'POST' && !path.endsWith('/session') ? this.faults.shift() : undefined;
    if (fault === 'before') return void response.destroy();
    if (fault === 503) return void response.writeHead(503).end();
    const [status, answer] = this.answer(path, body, request);
    if (fault === 'after') return void response.destroy();
    response.writeHead(status, { 'content-type': 'application/json', 'set-cookie': ['rgl_session=a', 'rgl_csrf=b'] });
    response.end(JSON.stringify(answer));
  }

  private answer(path: string, body: Record<string, string>, request: IncomingMessage): [number, unknown] {
    const verb = path.split('/').at(-1) ?? '';
    if (verb === 'session') {
      return [
        200,
        { staffId: body.login, name: body.login, clock: { now: '2026-11-02T06:00:00Z', speed: 1, simulated: false } },
      ];
    }
    if (path.endsWith('/status')) {
      return [
        200,
        { status: 'waiting', statusAt: AT, conversation: this.messages.map((text) => ({ from: 'requester', text })) },
      ];
    }
    if (verb === 'messages') this.messages.push(body.text ?? '');
    else if (path.startsWith('/api/intake')) {
      const key = String(request.headers['idempotency-key']);
      const known = this.filed.get(key) ?? `r${this.filed.size + 1}`;
      this.filed.set(key, known);
      return [201, { requestId: known, number: '1' }];
    } else if (request.method === 'POST') {
      this.trail.push(verb === 'calls' ? 'log-call' : verb);
      if (verb === 'assign') this.agent = body.agentId ?? null;
      this.version += 1;
    }
    const agent = this.agent === null ? null : { id: this.agent };
    return [
      200,
      { status: 'assigned', version: this.version, agent, trail: this.trail.map((name) => ({ verb: name, at: AT })) },
    ];
  }
}

const shaky = new Shaky();
let performer: Performer;

beforeAll(async () => {
  const base = await shaky.start();
  const member = (login: string) => new Member(base, { tenant: 'ovk', login, password: 'x' });
  const crew = { operator: member('operator'), moderator: member('moderator'), agents: [member('one'), member('two')] };
  for (const agent of crew.agents) await agent.signIn();
  performer = new Performer(base, 'test', crew, 20_000);
});
afterAll(() => shaky.stop());
afterEach(() => {
  shaky.faults = [];
});

const one: Case = {
  key: 'c1',
  hotline: 'ovk',
  at: 0,
  steps: [],
  submission: {
    channel: 'web',
    entryPoint: 'main-site',
    category: 'purchase',
    language: 'ru',
    requester: { name: 'А', email: 'a@example.org' },
    text: 'т',
  },
};

async function filed() {
  const outcome = await performer.file(one);
  if (!('requestId' in outcome)) throw new Error('it was refused');
  return outcome;
}

describe('a replay does everything once, whatever breaks', () => {
  test.each([[['before']], [['after']], [['after', 503, 'before', 'after']]] as const)(
    'filing when it breaks %j',
    async (faults) => {
      shaky.faults = [...faults];
      await filed();
      expect(shaky.filed.size).toBe(1);
    },
  );

  test.each([[['before']], [['after']], [[503, 'after']], [['before', 'before', 'after']]] as const)(
    'replying when it breaks %j',
    async (faults) => {
      const request = await filed();
      request.done.set('reply', shaky.trail.filter((verb) => verb === 'reply').length);
      const before = shaky.trail.length;
      shaky.faults = [...faults];
      expect(await performer.perform(request, { do: 'reply', text: 'да' }, 'ovk')).toMatchObject({ kind: 'done' });
      expect(shaky.trail.slice(before)).toEqual(['reply']);
    },
  );

  test('assigning when the answer is lost: the agent has it, it is not assigned again', async () => {
    const request = await filed();
    shaky.agent = null;
    const before = shaky.trail.length;
    shaky.faults = ['after'];
    expect(await performer.perform(request, { do: 'assign', agent: 1 }, 'ovk')).toMatchObject({ kind: 'done' });
    expect(shaky.trail.slice(before)).toEqual(['assign']);
    expect(shaky.agent).toBe('two');
  });

  test('a requester’s answer is written once when the answer is lost', async () => {
    const request = await filed();
    shaky.faults = ['after'];
    expect(await performer.perform(request, { do: 'answer', text: 'вчера' }, 'ovk')).toMatchObject({ kind: 'done' });
    expect(shaky.messages).toEqual(['вчера']);
  });
});
