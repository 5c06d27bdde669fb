import { useEffect, useRef } from 'react';

/** What the staff does is told a moment before it is written where the chat reads: so the page looks at once and again. */
const LOOKS_MS = [0, 400, 1_500, 4_000];

/** Calls `onNews` when something was said or done in the chat. The browser connects again by itself. */
export function useChatNews(tenant: string, chatId: string, onNews: () => void): void {
  const latest = useRef(onNews);
  latest.current = onNews;
  useEffect(() => {
    const source = new EventSource(`/api/intake/hotlines/${tenant}/chats/${chatId}/live`);
    const timers = new Set<ReturnType<typeof setTimeout>>();
    source.onmessage = () => {
      for (const wait of LOOKS_MS) {
        const timer = setTimeout(() => {
          timers.delete(timer);
          latest.current();
        }, wait);
        timers.add(timer);
      }
    };
    return () => {
      source.close();
      for (const timer of timers) clearTimeout(timer);
    };
  }, [tenant, chatId]);
}
