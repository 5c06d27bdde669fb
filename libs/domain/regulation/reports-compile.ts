import type { Draft } from './draft.ts';
import type { ReportsRule } from './types.ts';

/** What the regulation says of reports; null where nobody is to get any. */
export function compileReports(draft: Draft): { readonly reports: ReportsRule | null } {
  const rule = draft.file.reports;
  if (rule === undefined) return { reports: null };
  const kinds = [
    ...((rule.monthly ?? true) ? (['month'] as const) : []),
    ...(rule.weekly ? (['week'] as const) : []),
    ...(rule.daily ? (['day'] as const) : []),
  ];
  if (kinds.length === 0) draft.mistake(['reports'], 'noReports');
  return { reports: { clause: rule.clause ?? null, to: rule.to, kinds } };
}
