import { type ReactNode, useEffect, useRef } from 'react';

/** Sets the window’s title and puts the reader at the heading after a change of page. */
export function PageHeading({ title, children }: { title: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Reglament`;
  }, [title]);
  useEffect(() => {
    const active = document.activeElement;
    if (active === null || active === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div
      style={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: '8px 16px',
        alignItems: 'baseline',
        justifyContent: 'space-between',
      }}
    >
      <h1 ref={heading} tabIndex={-1} style={{ fontSize: '1.625rem', lineHeight: 1.25, fontWeight: 600 }}>
        {title}
      </h1>
      {children}
    </div>
  );
}
