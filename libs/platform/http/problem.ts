import type { Refusal } from '../outcome/index.ts';
import type { Language } from './language.ts';
import { type ProblemCode, textOf, titleOf } from './texts.ts';

/** RFC 9457. `code` is stable; `title` and `detail` are for a person. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly clause?: string;
  readonly errors?: readonly { field: string; rule: string; message: string }[];
  readonly [member: string]: unknown;
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** Thrown by the edge itself, never by a handler: what is wrong with a request before any handler sees it. */
export class EdgeProblem extends Error {
  readonly status: number;
  readonly code: ProblemCode;
  readonly headers: Readonly<Record<string, string>>;
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(
    status: number,
    code: ProblemCode,
    options: {
      headers?: Readonly<Record<string, string>>;
      extra?: Readonly<Record<string, unknown>>;
      cause?: unknown;
    } = {},
  ) {
    super(code, { cause: options.cause });
    this.name = 'EdgeProblem';
    this.status = status;
    this.code = code;
    this.headers = options.headers ?? {};
    this.extra = options.extra ?? {};
  }
}

const typeOf = (code: string): string => `urn:reglament:problem:${code}`;

/** The document for a refusal that a handler returned; its own members win over `data`. */
export const refusalDocument = (refusal: Refusal, language: Language): ProblemDocument => ({
  ...refusal.data,
  type: typeOf(refusal.code),
  title: titleOf(refusal.status, language),
  status: refusal.status,
  detail: refusal.detail,
  code: refusal.code,
  ...(refusal.clause === undefined ? {} : { clause: refusal.clause }),
  ...(refusal.errors === undefined
    ? {}
    : { errors: refusal.errors.map(({ field, rule, message }) => ({ field, rule, message })) }),
});

/** The document for something the edge found; `members` carry what a program may want beside the sentence. */
export const edgeDocument = (
  status: number,
  code: ProblemCode,
  language: Language,
  members: Readonly<Record<string, unknown>> = {},
): ProblemDocument => ({
  ...members,
  type: typeOf(code),
  title: titleOf(status, language),
  status,
  detail: textOf(code, language),
  code,
});
