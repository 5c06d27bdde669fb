import { useEffect, useRef } from 'react';

export type Keys = Readonly<Record<string, () => void>>;

/**
 * Single keys for the whole page. Letters are read by their place on the keyboard (`KeyA`), so that they work in any
 * layout; while somebody types, or a dialog is open, keys are left alone.
 */
export function useKeys(keys: Keys, active: boolean): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!active) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (typing(event.target)) return;
      const action = latest.current[nameOf(event)];
      if (action === undefined || (event.key === 'Enter' && presses(event.target))) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [active]);
}

function nameOf(event: KeyboardEvent): string {
  if (event.key === '?' || (event.shiftKey && event.code === 'Slash')) return '?';
  return event.code.startsWith('Key') || event.code === 'Slash' ? event.code : event.key;
}

/** Fields and menus take every key themselves. */
function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest('input, textarea, select, [role="menu"]') !== null;
}

/** A focused button or link keeps Enter for itself. */
function presses(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('button, a') !== null;
}
