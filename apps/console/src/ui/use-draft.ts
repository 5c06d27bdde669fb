import { useCallback, useEffect, useState } from 'react';
import { keptInTab } from './kept.ts';

/** State that survives an error and a reload of this tab. It is never sent anywhere and ends with the tab. */
export function useDraft<T>(key: string, empty: T): [T, (next: T | ((before: T) => T)) => void, () => void] {
  const [held, setHeld] = useState(() => ({ key, value: readDraft(key, empty) }));
  if (held.key !== key) setHeld({ key, value: readDraft(key, empty) });
  const value = held.key === key ? held.value : readDraft(key, empty);

  useEffect(() => {
    if (held.key !== key) return;
    if (held.value === empty) keptInTab.removeItem(storageKey(key));
    else keptInTab.setItem(storageKey(key), JSON.stringify(held.value));
  }, [key, held, empty]);

  const set = useCallback((next: T | ((before: T) => T)) => {
    setHeld((before) => ({
      key: before.key,
      value: typeof next === 'function' ? (next as (before: T) => T)(before.value) : next,
    }));
  }, []);
  const forget = useCallback(() => {
    // At once: whoever forgets a draft often leaves the page in the same moment, and then no effect runs any more.
    keptInTab.removeItem(storageKey(key));
    setHeld((before) => ({ key: before.key, value: empty }));
  }, [empty, key]);
  return [value, set, forget];
}

/** Leaves a draft for another page of this tab to begin with. */
export const keepDraft = (key: string, value: object): void =>
  sessionStorage.setItem(storageKey(key), JSON.stringify(value));

const storageKey = (key: string) => `reglament.draft.${key}`;

function readDraft<T>(key: string, empty: T): T {
  const stored = keptInTab.getItem(storageKey(key));
  if (stored === null) return empty;
  try {
    const read: unknown = JSON.parse(stored);
    if (typeof empty === 'string') return typeof read === 'string' ? (read as T) : empty;
    return typeof read === 'object' && read !== null ? { ...empty, ...read } : empty;
  } catch {
    return empty;
  }
}
