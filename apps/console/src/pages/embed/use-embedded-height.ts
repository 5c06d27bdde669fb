import { type RefObject, useEffect } from 'react';

/**
 * Tells the site around the frame how tall the form is, whenever that changes and whenever its script asks, so that the
 * frame needs no scroll bar. Says nothing else: whoever may frame the form may know its height.
 */
export function useEmbeddedHeight(content: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = content.current;
    if (element === null || window.parent === window) return;
    const tell = () => {
      const height = Math.ceil(element.getBoundingClientRect().bottom + window.scrollY);
      window.parent.postMessage({ type: 'reglament:height', height }, '*');
    };
    const asked = ({ source, data }: MessageEvent) => {
      if (source === window.parent && data?.type === 'reglament:ask-height') tell();
    };
    const observer = new ResizeObserver(tell);
    observer.observe(element);
    window.addEventListener('message', asked);
    return () => {
      observer.disconnect();
      window.removeEventListener('message', asked);
    };
  }, [content]);
}
