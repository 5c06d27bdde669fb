/** Ink on paper: dark enough to survive a black-and-white printer. */
export const COLOURS = {
  ink: '#1b2430',
  quiet: '#5b6675',
  line: '#c9d0d9',
  tint: '#eef2f7',
  accent: '#2f5f9e',
} as const;
