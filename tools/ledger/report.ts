import type { Findings, Line, Problem } from './compare.ts';

/** Most ids named per problem. */
const named = 20;

/** The ledger as a person reads it. */
export function asText({ lines, problems }: Findings): string {
  const services = [...new Set(lines.flatMap((line) => Object.keys(line.consumed)))].sort();
  const head = ['tenant', 'event', 'accepted', 'published', ...services, 'archived'];
  const body = lines.map((line) => cells(line, services));
  const total = sum(lines);
  const rows = [
    head,
    ...body,
    ['', 'all', String(total.accepted), String(total.published), ...services.map(() => ''), String(total.archived)],
  ];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const table = rows.map((row) =>
    row
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  return [...table, '', ...problems.flatMap(sentences), verdict(problems, total.accepted), ''].join('\n');
}

const cells = (line: Line, services: readonly string[]): string[] => [
  line.tenant,
  line.type,
  String(line.accepted),
  String(line.published),
  // A dot: this service does not handle the type.
  ...services.map((service) => String(line.consumed[service] ?? '·')),
  String(line.archived ?? '·'),
];

function sum(lines: readonly Line[]): { accepted: number; published: number; archived: number } {
  const total = { accepted: 0, published: 0, archived: 0 };
  for (const line of lines) {
    total.accepted += line.accepted;
    total.published += line.published;
    total.archived += line.archived ?? 0;
  }
  return total;
}

function sentences({ fault, where, tenant, type, ids }: Problem): string[] {
  const more = ids.length > named ? [`    … and ${ids.length - named} more`] : [];
  return [
    `${fault} (${where}): ${ids.length} × ${type} of ${tenant}`,
    ...ids.slice(0, named).map((id) => `    ${id}`),
    ...more,
  ];
}

function verdict(problems: readonly Problem[], accepted: number): string {
  if (problems.length === 0)
    return `Whole: ${accepted} events were accepted, published, consumed and archived; nothing is missing and nothing is there twice.`;
  const count = problems.reduce((all, problem) => all + problem.ids.length, 0);
  return `NOT whole: ${count} findings.`;
}

/** The same for programs, ids cut the same way. */
export const asJson = ({ lines, problems }: Findings): string =>
  JSON.stringify({
    whole: problems.length === 0,
    accepted: sum(lines).accepted,
    lines,
    problems: problems.map((problem) => ({ ...problem, count: problem.ids.length, ids: problem.ids.slice(0, named) })),
  });
