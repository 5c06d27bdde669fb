import { useEffect, useRef, useSyncExternalStore } from 'react';

/** That something happened to a request. What it was is read from the service that owns it. */
export interface LiveEvent {
  readonly type: string;
  readonly requestId: string;
}

export type LiveState = 'connecting' | 'live' | 'lost';

export type LiveNews = readonly LiveEvent[] | 'missed';

type Listener = (news: LiveNews) => void;

/** Events are handed on together, at most this often: a busy minute must not draw the page a thousand times. */
const gatherMs = 80;
/** More changes than this at once are read as "much has changed": listeners load again instead of asking one by one. */
const mostAtOnce = 60;

let source: EventSource | undefined;
let state: LiveState = 'connecting';
let gathered: LiveEvent[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
let retry: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<Listener>();
const watchers = new Set<() => void>();

function become(next: LiveState): void {
  if (state === next) return;
  state = next;
  for (const watcher of watchers) watcher();
}

function flush(): void {
  timer = undefined;
  const events = gathered;
  gathered = [];
  const news = events.length > mostAtOnce ? 'missed' : events;
  for (const listener of listeners) listener(news);
}

function sayMissed(): void {
  for (const listener of listeners) listener('missed');
}

function open(): void {
  source = new EventSource('/api/routing/live');
  source.onopen = () => {
    become('live');
    // What happened between the page's reading and this moment was told to nobody here, the first time as after a break.
    sayMissed();
  };
  // The service lost its own line to the news for a while; ours to it has held.
  source.addEventListener('missed', sayMissed);
  source.onmessage = (message: MessageEvent<string>) => {
    const event = read(message.data);
    if (event === null) return;
    if (gathered.length <= mostAtOnce) gathered.push(event);
    if (timer === undefined) timer = setTimeout(flush, gatherMs);
  };
  source.onerror = () => {
    become('lost');
    // The browser gives up after an answer that is not a stream (a restart behind the gateway): begin anew.
    if (source?.readyState === EventSource.CLOSED && retry === undefined) {
      retry = setTimeout(() => {
        retry = undefined;
        if (listeners.size > 0) open();
      }, 1500);
    }
  };
}

function read(text: string): LiveEvent | null {
  try {
    const event: unknown = JSON.parse(text);
    if (typeof event !== 'object' || event === null || !('requestId' in event) || !('type' in event)) return null;
    return { type: String(event.type), requestId: String(event.requestId) };
  } catch {
    return null;
  }
}

function listen(listener: Listener): () => void {
  listeners.add(listener);
  if (listeners.size === 1) open();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    source?.close();
    clearTimeout(retry);
    retry = undefined;
    become('connecting');
  };
}

/** Calls `onNews` with what happened, or with 'missed' when too much happened at once or nobody listened for a while: as long as it took to connect, at first or again. */
export function useLive(onNews: Listener): void {
  const latest = useRef(onNews);
  latest.current = onNews;
  useEffect(() => listen((news) => latest.current(news)), []);
}

/** Whether what is known of incidents, complaints or the like may have changed. */
export const tellsOf = (subject: 'incident' | 'complaint', news: LiveNews): boolean =>
  news === 'missed' || news.some(({ type }) => type.startsWith(`${subject}.`));

/** Whether news come in at this moment. */
export function useLiveState(): LiveState {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => state,
  );
}
