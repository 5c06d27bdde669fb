import type { Judged, Judgement, Level, Proof } from './judge.ts';

const LEVELS: Readonly<Record<Level, string>> = {
  api: 'running services',
  engine: 'real engine',
  pure: 'pure',
};
const STATES: Readonly<Record<Judged['state'], string>> = {
  proven: 'proven',
  partly: 'proven in part',
  waiting: 'waiting',
  unproven: 'NOT PROVEN',
  organisational: 'organisational',
};

const tenantsOf = (clauses: readonly Judged[]): string[] => [...new Set(clauses.map(({ tenant }) => tenant))];
const countOf = (clauses: readonly Judged[], state: Judged['state']): number =>
  clauses.filter((clause) => clause.state === state).length;

/** For the terminal: every clause with its sense, its tests and what it waits for, then the sums. */
export function inLines({ clauses }: Judgement): string {
  return tenantsOf(clauses)
    .flatMap((tenant) => [tenant, ...clauses.filter((clause) => clause.tenant === tenant).flatMap(linesOf), ''])
    .concat(sums(clauses))
    .join('\n');
}

function linesOf({ number, kind, state, sense, proofs, wait }: Judged): string[] {
  return [
    `  ${number.padEnd(6)} ${kind} ${STATES[state].padEnd(15)} ${sense}`,
    ...proofs.map(({ level, title, file }) => `           ${LEVELS[level]}: ${title} (${file})`),
    ...(wait === null ? [] : [`           waits for ${wait.for}: ${wait.because}`]),
  ];
}

function sums(clauses: readonly Judged[]): string[] {
  return tenantsOf(clauses).map((tenant) => {
    const own = clauses.filter((clause) => clause.tenant === tenant && clause.kind === 'S');
    const parts = (['proven', 'partly', 'waiting', 'unproven'] as const)
      .map((state) => `${STATES[state]} ${countOf(own, state)}`)
      .join(', ');
    return `${tenant.padEnd(12)} clauses of kind S ${own.length}: ${parts}`;
  });
}

/** The page docs/clauses.md. */
export function inMarkdown({ clauses }: Judgement): string {
  const head = [
    '# Clauses',
    '',
    'Made by `npm run clauses` from `regulations/*.yaml`, the names of the tests and `tools/clauses/waiting.yaml`. A clause of kind S is proven by a test',
    'that runs through the API of the running services on that tenant (*running services*). Tests on a real engine and of pure functions are named beside it.',
    'What the platform does not do yet is listed as waiting, with what it waits for.',
    '',
    '| tenant | clauses of kind S | proven | proven in part | waiting |',
    '| --- | --- | --- | --- | --- |',
    ...tenantsOf(clauses).map((tenant) => {
      const own = clauses.filter((clause) => clause.tenant === tenant && clause.kind === 'S');
      return `| ${tenant} | ${own.length} | ${countOf(own, 'proven')} | ${countOf(own, 'partly')} | ${countOf(own, 'waiting')} |`;
    }),
  ];
  const sections = tenantsOf(clauses).flatMap((tenant) => [
    '',
    `## ${tenant}`,
    '',
    '| clause | kind | sense | state | proven by, waiting for |',
    '| --- | --- | --- | --- | --- |',
    ...clauses.filter((clause) => clause.tenant === tenant).map(rowOf),
  ]);
  return `${[...head, ...sections].join('\n')}\n`;
}

function rowOf({ number, kind, sense, state, proofs, wait }: Judged): string {
  const notes = [
    ...proofs.map(proofInMarkdown),
    ...(wait === null ? [] : [`**waits for ${cell(wait.for)}**: ${cell(wait.because)}`]),
  ];
  return `| ${number} | ${kind} | ${cell(sense)} | ${STATES[state]} | ${notes.join('<br>')} |`;
}

const proofInMarkdown = ({ level, title, file }: Proof): string =>
  `*${LEVELS[level]}*: ${cell(title)} (${file.split('/').slice(0, 2).join('/')}/…/${file.split('/').at(-1)})`;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
