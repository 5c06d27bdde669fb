/** One short sentence for the person: shown for a while at the bottom and read out by screen readers. */
export interface Saying {
  readonly id: number;
  readonly text: string;
  readonly tone: 'done' | 'refused';
  readonly action?: { readonly label: string; readonly run: () => void };
}

let last = 0;
let sayings: readonly Saying[] = [];
const listeners = new Set<() => void>();

function set(next: readonly Saying[]): void {
  sayings = next;
  for (const listener of listeners) listener();
}

/** Says something; it goes away by itself after a reading time. At most three stand at once. */
export function sayAloud(text: string, tone: Saying['tone'] = 'done', action?: Saying['action']): void {
  last += 1;
  const id = last;
  set([...sayings.slice(-2), { id, text, tone, ...(action === undefined ? {} : { action }) }]);
  setTimeout(() => hush(id), tone === 'refused' ? 9000 : 6000);
}

/** Takes a saying away. */
export function hush(id: number): void {
  set(sayings.filter((saying) => saying.id !== id));
}

export function currentSayings(): readonly Saying[] {
  return sayings;
}

export function onSaying(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
