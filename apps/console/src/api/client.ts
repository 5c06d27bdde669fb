/** A refusal as every service words it (RFC 9457), or what the console says itself when no answer came. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly clause?: string;
  readonly errors?: readonly FieldError[];
  readonly [extra: string]: unknown;
}

export interface FieldError {
  readonly field: string;
  readonly rule: string;
  readonly message: string;
}

export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail || problem.title);
    this.name = 'ProblemError';
  }
}

/** What a refusal names field by field; nothing for any other failure. */
export const fieldErrorsOf = (error: unknown): readonly FieldError[] =>
  error instanceof ProblemError ? (error.problem.errors ?? []) : [];

/** Codes of the console itself: nothing was answered, or not by our platform. */
export const unreachable = 'unreachable';
export const unexpected = 'unexpected-answer';

interface CallOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

let language = 'en';

/** The language in which refusals and sentences are asked for. */
export function setApiLanguage(next: string): void {
  language = next;
}

function cookie(name: string): string | null {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? null : decodeURIComponent(found.slice(name.length + 1));
}

function headersFor(method: string, options: CallOptions): Headers {
  const headers = requestHeaders(method, options.headers);
  if (options.body !== undefined) headers.set('content-type', 'application/json');
  return headers;
}

/** What every call carries: the language of its answer, and on unsafe methods the proof that it comes from this page. */
export function requestHeaders(method: string, given: Readonly<Record<string, string>> = {}): Headers {
  const headers = new Headers({ accept: 'application/json', 'accept-language': language, ...given });
  const csrf = method === 'GET' ? null : cookie('rgl_csrf');
  if (csrf !== null) headers.set('x-csrf-token', csrf);
  return headers;
}

async function call<T>(method: string, path: string, options: CallOptions = {}): Promise<T> {
  const answer = await send(method, path, options);
  const text = await answer.text();
  if (answer.ok) return (text === '' ? undefined : readJson(text, answer.status)) as T;
  throw new ProblemError(problemOfAnswer(answer.status, answer.statusText, text));
}

/** Bytes that are asked for with a body. */
async function bytes(path: string, body: unknown): Promise<Blob> {
  const answer = await send('POST', path, { body });
  if (answer.ok) return answer.blob();
  throw new ProblemError(problemOfAnswer(answer.status, answer.statusText, await answer.text()));
}

async function send(method: string, path: string, options: CallOptions): Promise<Response> {
  try {
    return await fetch(`/api${path}`, {
      method,
      headers: headersFor(method, options),
      credentials: 'same-origin',
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ProblemError({ status: 0, code: unreachable, title: '', detail: '' });
  }
}

function readJson(text: string, status: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProblemError({ status, code: unexpected, title: '', detail: '' });
  }
}

/** What an answer that is no success says of itself. */
export function problemOfAnswer(status: number, statusText: string, text: string): Problem {
  const fallback: Problem = { status, code: status >= 502 ? unreachable : unexpected, title: statusText, detail: '' };
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== 'object' || read === null) return fallback;
    return { ...fallback, code: unexpected, ...read };
  } catch {
    return fallback;
  }
}

export const api = {
  get: <T>(path: string, signal?: AbortSignal) => call<T>('GET', path, signal === undefined ? {} : { signal }),
  post: <T>(path: string, body: unknown, headers?: Record<string, string>) =>
    call<T>('POST', path, headers === undefined ? { body } : { body, headers }),
  patch: <T>(path: string, body: unknown) => call<T>('PATCH', path, { body }),
  delete: <T>(path: string) => call<T>('DELETE', path),
  bytes,
};

/** `?a=1&b=2` of what is defined and not empty. */
export function query(values: Readonly<Record<string, string | number | undefined | null>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}
