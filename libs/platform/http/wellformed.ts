import type { FieldError } from '../outcome/index.ts';

const DEEPEST = 32;
const MOST_ERRORS = 20;

/** NUL cannot be stored as text by PostgreSQL, and half of a surrogate pair is not a character in any encoding. */
export const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

export type TextFault = Omit<FieldError, 'message'>;

/**
 * Walks what came in and names every string, key or depth that could not be stored. It does not recurse: depth is the
 * sender's choice.
 */
export function unstorable(value: unknown): TextFault[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [{ field: '', rule: 'characters' }];
  if (typeof value !== 'object' || value === null) return [];
  const faults: TextFault[] = [];
  const open: { value: object; path: string; depth: number }[] = [{ value, path: '', depth: 1 }];
  for (let next = open.pop(); next !== undefined && faults.length < MOST_ERRORS; next = open.pop()) {
    for (const key in next.value) {
      const child = (next.value as Record<string, unknown>)[key];
      if (
        typeof child === 'string' ? isStorable(child) && isStorable(key) : typeof child !== 'object' && isStorable(key)
      )
        continue;
      const safeKey = isStorable(key) ? key : key.replaceAll('\0', '�').toWellFormed();
      const path = next.path === '' ? safeKey : `${next.path}.${safeKey}`;
      if (safeKey !== key || typeof child === 'string') faults.push({ field: path, rule: 'characters' });
      else if (typeof child === 'object' && child !== null) {
        if (next.depth >= DEEPEST) faults.push({ field: path, rule: 'depth' });
        else open.push({ value: child, path, depth: next.depth + 1 });
      }
    }
  }
  return faults;
}
