/** Members of staff of one hotline, signed in through the gateway. */
import { z } from 'zod';
import { Session } from './api.ts';
import { type Answer, type Call, certainly, Patience, pauseAsked, type Reached, tryOnce } from './http.ts';

export interface Login {
  readonly tenant: string;
  readonly login: string;
  readonly password: string;
}

const SIGN_IN_PATIENCE = 300_000;

/** One signed-in person. Signs in again by itself when the session has ended. */
export class Member {
  session: Session | null = null;
  private cookies = '';
  private csrf = '';
  private readonly base: string;
  private readonly who: Login;
  private signingIn: Promise<void> | null = null;

  constructor(base: string, who: Login) {
    this.base = base;
    this.who = who;
  }

  get staffId(): string {
    return this.session?.staffId ?? '';
  }

  /** @throws Error when the login is refused */
  signIn(): Promise<void> {
    this.signingIn ??= this.enter().finally(() => {
      this.signingIn = null;
    });
    return this.signingIn;
  }

  private async enter(): Promise<void> {
    const patience = new Patience(SIGN_IN_PATIENCE);
    for (;;) {
      const response = await fetch(`${this.base}/api/gateway/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(this.who),
      }).catch((error: Error) => error);
      if (response instanceof Error || response.status >= 500 || response.status === 429) {
        const waits = response instanceof Error ? 0 : Number(response.headers.get('retry-after') ?? 0) * 1000;
        await patience.wait(
          `sign-in of ${this.who.login}: ${response instanceof Error ? response.message : response.status}`,
          waits,
        );
        continue;
      }
      const body: unknown = await response.json().catch(() => null);
      if (!response.ok) {
        const { detail } = z
          .object({ detail: z.string().default('') })
          .catch({ detail: '' })
          .parse(body);
        throw new Error(`${this.who.login} of ${this.who.tenant} cannot sign in: ${response.status} ${detail}`);
      }
      const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
      this.cookies = cookies.join('; ');
      this.csrf = cookies.find((cookie) => cookie.startsWith('rgl_csrf='))?.slice('rgl_csrf='.length) ?? '';
      this.session = Session.parse(body);
      return;
    }
  }

  private dressed(call: Omit<Call, 'url'> & { readonly path: string }): Call {
    const { path, ...rest } = call;
    const headers = { ...call.headers, cookie: this.cookies, 'x-csrf-token': this.csrf };
    return { ...rest, url: `${this.base}${path}`, headers };
  }

  /** One try; a session that has ended is renewed first. */
  async once(call: Omit<Call, 'url'> & { readonly path: string }): Promise<Reached> {
    if (this.session === null) await this.signIn();
    const reached = await tryOnce(this.dressed(call));
    if (reached.kind !== 'answer' || reached.answer.status !== 401) return reached;
    await this.signIn();
    return tryOnce(this.dressed(call));
  }

  get tenant(): string {
    return this.who.tenant;
  }

  /** A file. @throws Error when it is refused */
  async download(path: string): Promise<Buffer> {
    if (this.session === null) await this.signIn();
    const { url, headers } = this.dressed({ method: 'GET', path });
    const response = await fetch(url, { headers: headers ?? {} });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  }

  /** Reads until there is an answer. */
  async read(path: string, patience: Patience): Promise<Answer> {
    for (;;) {
      const reached = await this.once({ method: 'GET', path });
      if (reached.kind === 'answer' && reached.answer.status !== 429) return reached.answer;
      await patience.wait(reached.kind === 'unsure' ? reached.why : 'too many requests', pauseAsked(reached));
    }
  }
}

/** Reads a public address until there is an answer. */
export const readPublic = (base: string, path: string, patience: Patience): Promise<Answer> =>
  certainly({ method: 'GET', url: `${base}${path}` }, patience);
