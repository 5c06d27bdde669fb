/** Does the deeds of one hotline through the public API, each exactly once however often services are killed meanwhile. */
import { Accepted, ChatBegun, Hotline, Status, type Work, Work as WorkSchema } from './api.ts';
import { type Answer, certainly, GaveUp, Patience, pauseAsked, type Reached, tryOnce } from './http.ts';
import type { Case, Deed } from './plan.ts';
import type { Member } from './staff.ts';

export interface Crew {
  readonly operator: Member;
  readonly moderator: Member;
  readonly agents: readonly Member[];
}

/** How a request stands after a deed, and since when by the platform's clock. */
export interface Standing {
  readonly status: string;
  readonly at: string;
}

/** What became of a deed: done, or refused by the platform with a code. */
export type Outcome =
  | { readonly kind: 'done'; readonly standing: Standing | null }
  | { readonly kind: 'refused'; readonly code: string };

/** A filed request, and what this replay has done to it so far. */
export interface Filed {
  readonly requestId: string;
  readonly number: string;
  readonly contact: string;
  readonly done: Map<string, number>;
  agent: Member | null;
}

const done = (standing: Standing | null): Outcome => ({ kind: 'done', standing });
const standingOf = (work: Work): Standing | null => {
  const at = work.trail
    .map((line) => line.at)
    .sort()
    .at(-1);
  return at === undefined ? null : { status: work.status, at };
};
const codeOf = ({ status, body }: Answer): string => (body as { code?: string } | null)?.code ?? String(status);

/** Deeds by the name that the trail knows them by. */
const VERBS = {
  assign: 'assign',
  reply: 'reply',
  ask: 'ask',
  'vendor-answer': 'vendor-answer',
  resolve: 'resolve',
  cancel: 'cancel',
  decline: 'decline',
  'hand-over': 'hand-over',
  call: 'log-call',
  reopen: 'reopen',
} as const;
type ByRequester = Extract<Deed, { do: 'answer' | 'withdraw' }>;
type StaffDeed = Extract<Deed, { do: keyof typeof VERBS }>;

export class Performer {
  private readonly base: string;
  private readonly run: string;
  private readonly crew: Crew;
  /** How long one deed may be tried, milliseconds of real time. */
  private readonly patience: number;

  constructor(base: string, run: string, crew: Crew, patience: number) {
    this.base = base;
    this.run = run;
    this.crew = crew;
    this.patience = patience;
  }

  /** Files a case. The Idempotency-Key makes it one request however often it is sent. */
  async file(one: Case): Promise<Filed | Outcome> {
    const { channel, ...body } = one.submission;
    const headers = { 'idempotency-key': `replay-${this.run}-${one.key}` };
    const patience = new Patience(this.patience);
    const chat = channel === 'chat' ? await this.beginChat(one, patience) : {};
    for (;;) {
      const reached =
        channel === 'phone'
          ? await this.crew.operator.once({
              method: 'POST',
              path: '/api/intake/requests',
              headers,
              body: { ...body, channel },
            })
          : await tryOnce({
              method: 'POST',
              url: `${this.base}/api/intake/hotlines/${one.hotline}/requests`,
              headers,
              body: { ...body, ...chat },
            });
      if (reached.kind === 'answer' && reached.answer.status !== 429) {
        if (reached.answer.status >= 300) return { kind: 'refused', code: codeOf(reached.answer) };
        const { requestId, number } = Accepted.parse(reached.answer.body);
        const contact = body.requester.email ?? body.requester.phone ?? '';
        return { requestId, number, contact, done: new Map(), agent: null };
      }
      await patience.wait(whyNot(reached), pauseAsked(reached));
    }
  }

  /** Looks at the instructions that come before a chat; once, since a chat is one request. Nothing where the hotline has none. */
  private async beginChat(one: Case, patience: Patience): Promise<{ chatId?: string }> {
    for (;;) {
      const reached = await tryOnce({
        method: 'POST',
        url: `${this.base}/api/intake/hotlines/${one.hotline}/chats`,
        body: { text: one.submission.text },
      });
      if (reached.kind === 'answer' && reached.answer.status !== 429)
        return reached.answer.status < 300 ? ChatBegun.parse(reached.answer.body) : {};
      await patience.wait(whyNot(reached), pauseAsked(reached));
    }
  }

  /** @throws GaveUp when the platform stayed away for longer than the patience */
  async perform(filed: Filed, deed: Deed, hotline: string): Promise<Outcome> {
    if (deed.do === 'answer' || deed.do === 'withdraw') return this.byRequester(filed, deed, hotline);
    const outcome =
      deed.do === 'assign' ? await this.assign(filed, deed.agent) : await this.byStaff(filed, deed, hotline);
    if (outcome.kind === 'done') count(filed, VERBS[deed.do]);
    return outcome;
  }

  /** Gives the request to an agent: with the version just seen, as a moderator's screen does. */
  private async assign(filed: Filed, index: number): Promise<Outcome> {
    const { moderator, agents } = this.crew;
    const agent = agents[index % agents.length];
    if (!agent) return { kind: 'refused', code: 'no-agents' };
    const patience = new Patience(this.patience);
    for (;;) {
      const work = await this.look(filed, patience);
      if (work.agent?.id === agent.staffId) {
        filed.agent = agent;
        return done(standingOf(work));
      }
      const body = { agentId: agent.staffId, version: work.version };
      const reached = await moderator.once({ method: 'POST', path: pathOf(filed, 'assign'), body });
      if (reached.kind === 'answer' && reached.answer.status < 300) {
        filed.agent = agent;
        return done(standingOf(WorkSchema.parse(reached.answer.body)));
      }
      const code = reached.kind === 'answer' ? codeOf(reached.answer) : '';
      const mayRetry =
        reached.kind === 'unsure' || /^(429|rate|too-many|stale-version|already-assigned|same-agent)/.test(code);
      if (!mayRetry) return { kind: 'refused', code };
      await patience.wait(whyNot(reached), pauseAsked(reached));
    }
  }

  private async byStaff(filed: Filed, deed: Exclude<StaffDeed, { do: 'assign' }>, hotline: string): Promise<Outcome> {
    const { do: _, ...body } = deed;
    const member = filed.agent ?? this.crew.moderator;
    const path = pathOf(filed, deed.do === 'call' ? 'calls' : deed.do);
    const patience = new Patience(this.patience);
    let unsure = false;
    for (;;) {
      const known = unsure ? await this.look(filed, patience) : null;
      if (known && happened(filed, VERBS[deed.do], known)) return done(standingOf(known));
      const reached = await member.once({ method: 'POST', path, body });
      if (reached.kind === 'answer') {
        const { status } = reached.answer;
        if (status < 300) return done(standingOf(WorkSchema.parse(reached.answer.body)));
        if (codeOf(reached.answer) === 'diagnosis-incomplete' && deed.do === 'resolve') {
          await this.diagnose(filed, member, hotline, deed.text ?? deed.do, patience);
        }
        // Placement takes a moment: the request may not be in the queue yet.
        else if (status !== 404 && status !== 429) return { kind: 'refused', code: codeOf(reached.answer) };
      } else unsure = true;
      await patience.wait(whyNot(reached), pauseAsked(reached));
    }
  }

  /** Records the steps that the regulation asks for before such a request is resolved, one by one, each once. */
  private async diagnose(filed: Filed, member: Member, hotline: string, text: string, patience: Patience) {
    const url = `${this.base}/api/intake/hotlines/${hotline}`;
    const { diagnosisSteps } = Hotline.parse((await certainly({ method: 'GET', url }, patience)).body);
    for (const step of (await this.look(filed, patience)).missingSteps) {
      const choice = diagnosisSteps.find(({ id }) => id === step)?.choices[0]?.id;
      const body = choice === undefined ? { step, text } : { step, choice };
      // Where the answer is lost, the look before the next try tells whether it was recorded.
      await member.once({ method: 'POST', path: pathOf(filed, 'diagnosis'), body });
    }
  }

  private async look(filed: Filed, patience: Patience): Promise<Work> {
    for (;;) {
      const answer = await this.crew.moderator.read(`/api/routing/requests/${filed.requestId}`, patience);
      if (answer.status === 200) return WorkSchema.parse(answer.body);
      if (answer.status !== 404) throw new Error(`reading ${filed.requestId}: ${answer.status} ${codeOf(answer)}`);
      await patience.wait(`${filed.requestId} is not in the queue yet`);
    }
  }

  /** On the status page, with the number and the contact given when filing. */
  private async byRequester(filed: Filed, deed: ByRequester, hotline: string): Promise<Outcome> {
    const status = `${this.base}/api/intake/hotlines/${hotline}/status`;
    const access = { number: filed.number, contact: filed.contact };
    const [url, body] =
      deed.do === 'answer' ? [`${status}/messages`, { ...access, text: deed.text }] : [`${status}/withdraw`, access];
    const patience = new Patience(this.patience);
    const look = async () =>
      Status.parse((await certainly({ method: 'POST', url: status, body: access }, patience)).body);
    let unsure = false;
    for (;;) {
      if (unsure && isThere(await look(), filed, deed)) break;
      const reached = await tryOnce({ method: 'POST', url, body });
      if (reached.kind === 'answer' && reached.answer.status < 300) break;
      if (reached.kind === 'answer' && reached.answer.status !== 429) {
        return { kind: 'refused', code: codeOf(reached.answer) };
      }
      unsure ||= reached.kind === 'unsure';
      await patience.wait(whyNot(reached), pauseAsked(reached));
    }
    count(filed, deed.do);
    if (deed.do === 'answer') return done(null);
    const { status: ended, statusAt } = await look();
    return done({ status: ended, at: statusAt });
  }
}

function isThere(seen: Status, filed: Filed, deed: ByRequester): boolean {
  if (deed.do === 'withdraw') return seen.status === 'withdrawn';
  const mine = seen.conversation.filter((message) => message.from === 'requester' && message.text === deed.text);
  return mine.length > (filed.done.get('answer') ?? 0);
}

/** After a broken call: whether the trail has the deed although nobody told us. */
const happened = (filed: Filed, verb: string, work: Work): boolean =>
  work.trail.filter((line) => line.verb === verb).length > (filed.done.get(verb) ?? 0);
const pathOf = (filed: Filed, verb: string): string => `/api/routing/requests/${filed.requestId}/${verb}`;
const count = (filed: Filed, verb: string) => filed.done.set(verb, (filed.done.get(verb) ?? 0) + 1);
const whyNot = (reached: Reached): string =>
  reached.kind === 'unsure' ? reached.why : `${reached.answer.status} ${codeOf(reached.answer)}`;

export { GaveUp };
