export interface Reference {
  readonly tenant: string;
  readonly clause: string;
}

const clause = '(?:\\d+[.-]\\d+|\\d+|terms)(?![\\d.-]*\\d)';

/**
 * The clauses that a title names: a tenant followed by one clause or several, anywhere in it, as in `ovk 1.3, 2.7: …`,
 * `… (kz-portal 30-9)` or `ovk 2.6 and initiative 2.3: …`.
 */
export function referencesIn(title: string, tenants: readonly string[]): Reference[] {
  const names = [...tenants].sort((a, b) => b.length - a.length).join('|');
  const pattern = new RegExp(`(?<![\\w-])(${names}) (${clause}(?:(?:, | and )${clause})*)`, 'g');
  return [...title.matchAll(pattern)].flatMap(([, tenant = '', list = '']) =>
    list.split(/, | and /).map((each) => ({ tenant, clause: each })),
  );
}
