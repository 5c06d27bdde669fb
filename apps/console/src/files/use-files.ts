import { useEffect, useRef, useState } from 'react';
import { ProblemError } from '../api/client.ts';
import { useProblemText } from '../ui/states.tsx';
import { upload } from './upload.ts';

/** A file on its way, or one that was refused. Those that arrived are in the draft. */
export interface Underway {
  readonly key: string;
  readonly name: string;
  /** From 0 to 1. */
  readonly part: number;
  /** Why it was not taken, in the person's language; null while it goes. */
  readonly fault: string | null;
}

/**
 * Brings files as soon as they are chosen, and tells which are on their way. What has arrived is handed to `onArrived`.
 * @param path where they are brought, below `/api`
 */
export function useFiles<T>(path: string, onArrived: (arrived: T) => void) {
  const say = useProblemText();
  const [underway, setUnderway] = useState<readonly Underway[]>([]);
  const aborts = useRef(new Map<string, AbortController>());
  useEffect(() => {
    const open = aborts.current;
    return () => {
      for (const abort of open.values()) abort.abort();
    };
  }, []);

  const isBusy = underway.some(({ fault }) => fault === null);
  useAskedBeforeLeaving(isBusy);

  const change = (key: string, part: Partial<Underway>) =>
    setUnderway((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const drop = (key: string) => {
    aborts.current.get(key)?.abort();
    aborts.current.delete(key);
    setUnderway((all) => all.filter((one) => one.key !== key));
  };

  async function bring(file: File): Promise<void> {
    const key = crypto.randomUUID();
    const abort = new AbortController();
    aborts.current.set(key, abort);
    setUnderway((all) => [...all, { key, name: file.name, part: 0, fault: null }]);
    try {
      const onProgress = (part: number) => change(key, { part });
      onArrived(await upload<T>(path, file, { onProgress, signal: abort.signal }));
      drop(key);
    } catch (error) {
      if (!abort.signal.aborted) change(key, { fault: faultOf(error) ?? say(error) });
    }
  }

  return { underway, bring, drop, isBusy };
}

/** Has the browser ask before the page goes: a file that is still on its way would be lost. */
function useAskedBeforeLeaving(isBusy: boolean): void {
  useEffect(() => {
    if (!isBusy) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isBusy]);
}

/** The rule that the file broke, as the service words it. */
const faultOf = (error: unknown): string | undefined =>
  error instanceof ProblemError ? error.problem.errors?.[0]?.message : undefined;
