import { useEffect } from 'react';

/** Tells the site that embeds the form how tall it is, so that it needs no scroll bar of its own. Says nothing else. */
export function useEmbeddedHeight(embedded: boolean): void {
  useEffect(() => {
    if (!embedded || window.parent === window) return;
    const tell = () => {
      window.parent.postMessage({ type: 'reglament:height', height: document.documentElement.scrollHeight }, '*');
    };
    const observer = new ResizeObserver(tell);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [embedded]);
}
