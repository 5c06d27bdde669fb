/** Who calls: what they send along, and what they may be. */
export interface Actor {
  readonly name: string;
  readonly roles: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
}

export const anonymous: Actor = { name: 'anonymous', roles: [], headers: {} };

/** Signs a member of staff in, as a browser does. */
export async function signIn(
  url: string,
  { tenant, login, password, roles }: { tenant: string; login: string; password: string; roles: readonly string[] },
): Promise<Actor> {
  const response = await fetch(`${url}/api/gateway/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ tenant, login, password }),
  });
  if (response.status !== 200) throw new Error(`${login} cannot sign in: ${response.status} ${await response.text()}`);
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  const csrf = cookies.find((cookie) => cookie.startsWith('rgl_csrf='))?.slice('rgl_csrf='.length) ?? '';
  return { name: login, roles, headers: { cookie: cookies.join('; '), 'x-csrf-token': csrf } };
}

/** A program of the tenant with every scope there is. */
export async function apiKeyOf(url: string, administrator: Actor): Promise<Actor> {
  const scopes = ['intake:read', 'intake:write', 'routing:read', 'sla:read', 'reporting:read'];
  const made = await ask(url, administrator, 'POST', '/api/gateway/api-keys', { name: 'check', scopes });
  return { name: 'api-key', roles: ['api-key'], headers: { 'x-api-key': String((made.body as { key: string }).key) } };
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly body: unknown;
  readonly type: string;
}

/** One call, read whole; of an event stream only what comes at once. A text body is sent as it is. */
export async function ask(
  url: string,
  actor: Actor,
  method: string,
  address: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const response = await fetch(`${url}${address}`, {
    method,
    headers: {
      ...actor.headers,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    signal: AbortSignal.timeout(30_000),
  });
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('text/event-stream')) {
    const reader = response.body?.getReader();
    const first = await reader?.read();
    await reader?.cancel();
    return { status: response.status, text: Buffer.from(first?.value ?? []).toString(), body: undefined, type };
  }
  const text = await response.text();
  return {
    status: response.status,
    text,
    body: type.includes('json') && text !== '' ? JSON.parse(text) : undefined,
    type,
  };
}
