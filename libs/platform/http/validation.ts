import type { z } from 'zod';
import type { FieldError } from '../outcome/index.ts';
import type { Language } from './language.ts';
import { isRuleName, type RuleName, ruleText } from './texts.ts';
import { type TextFault, unstorable } from './wellformed.ts';

const MOST_ERRORS = 50;

export type Validated =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly errors: FieldError[] };

/** Parses one part of a request. Texts that could not be stored are refused before the schema sees them. */
export function validate(schema: z.ZodType, value: unknown, language: Language): Validated {
  const faults = unstorable(value);
  if (faults.length > 0) return { ok: false, errors: textErrors(faults, language) };
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    errors: parsed.error.issues.slice(0, MOST_ERRORS).flatMap((issue) => fieldErrors(issue, value, language)),
  };
}

const textErrors = (faults: readonly TextFault[], language: Language): FieldError[] =>
  faults.map(({ field, rule }) => ({ field, rule, message: ruleText(isRuleName(rule) ? rule : 'rule', language) }));

/** An issue as the form shows it: the field's path with dots, the rule's short name, a sentence. */
function fieldErrors(issue: z.core.$ZodIssue, input: unknown, language: Language): FieldError[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, MOST_ERRORS).map((key) => ({
      field: [...path, key].join('.').slice(0, 200),
      rule: 'unknown',
      message: ruleText('unknown', language),
    }));
  }
  const { rule, limit } = ruleOf(issue, valueAt(input, issue.path));
  return [{ field: path.join('.').slice(0, 200), rule, message: ruleText(rule, language, limit) }];
}

function ruleOf(issue: z.core.$ZodIssue, value: unknown): { rule: RuleName; limit?: number | bigint } {
  if (value === undefined && issue.code !== 'custom') return { rule: 'required' };
  switch (issue.code) {
    case 'invalid_type':
      return { rule: value === null ? 'required' : 'type' };
    case 'too_small': {
      if (issue.origin !== 'string' && issue.origin !== 'array') return { rule: 'min', limit: issue.minimum };
      return value === '' ? { rule: 'required' } : { rule: 'min-length', limit: issue.minimum };
    }
    case 'too_big':
      return { rule: issue.origin === 'string' ? 'max-length' : 'max', limit: issue.maximum };
    case 'invalid_format':
      return { rule: issue.format === 'email' ? 'email' : 'format' };
    case 'invalid_value':
    case 'invalid_union':
      return { rule: 'choice' };
    default:
      return { rule: 'rule' };
  }
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
