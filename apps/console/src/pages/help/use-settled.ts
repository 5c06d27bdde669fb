import { useEffect, useState } from 'react';

/** Long enough that a word is written, short enough not to be waited for. */
const SETTLES_MS = 350;

/** A typed text once the typing has paused. */
export function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), SETTLES_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}
