import { useEffect, useRef } from 'react';

/** Calls `onNews` when something was said or done in the chat, and when nobody listened for a while. The browser connects again by itself. */
export function useChatNews(tenant: string, chatId: string, onNews: () => void): void {
  const latest = useRef(onNews);
  latest.current = onNews;
  useEffect(() => {
    const source = new EventSource(`/api/intake/hotlines/${tenant}/chats/${chatId}/live`);
    const look = () => latest.current();
    source.onopen = look;
    source.onmessage = look;
    return () => source.close();
  }, [tenant, chatId]);
}
