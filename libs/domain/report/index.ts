export * from './compose.ts';
export { type Conclusions, conclude } from './conclude.ts';
export * from './document.ts';
export * from './due.ts';
export * from './figures.ts';
export { composeReportLetter, type ReportLetter } from './letters.ts';
