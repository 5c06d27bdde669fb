/** The platform’s mark: a clock with its last quarter still to run. */
export function BrandMark({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <circle cx="16" cy="16" r="12" fill="none" stroke="var(--line-strong)" strokeWidth="2.6" />
      <path d="M16 4a12 12 0 1 1-12 12" fill="none" stroke="var(--accent)" strokeWidth="2.6" strokeLinecap="round" />
      <path
        d="M16 9.5v6.8l4.4 2.6"
        fill="none"
        stroke="var(--accent)"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
