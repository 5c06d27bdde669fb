import type { Reference } from './references.ts';

/** How near to life a test is: through the API of the running services, on a real engine, or a function alone. */
export type Level = 'api' | 'engine' | 'pure';

export interface Clause {
  readonly tenant: string;
  readonly number: string;
  readonly kind: 'S' | 'O';
  /** In the tenant's own language. */
  readonly sense: string;
}

export interface Proof {
  readonly title: string;
  readonly file: string;
  readonly level: Level;
  readonly names: readonly Reference[];
}

/** Something of a clause that the platform does not do yet. */
export interface Wait {
  /** What it waits for, in a few words. */
  readonly for: string;
  /** What that means for the clause, in a sentence. */
  readonly because: string;
  /** True when the rest of the clause is proven. */
  readonly partly: boolean;
}

export type Waits = ReadonlyMap<string, Wait>;

export interface Judged extends Clause {
  readonly proofs: readonly Proof[];
  readonly wait: Wait | null;
  readonly state: 'proven' | 'partly' | 'waiting' | 'unproven' | 'organisational';
}

export interface Judgement {
  readonly clauses: readonly Judged[];
  readonly mistakes: readonly string[];
}

export const keyOf = (tenant: string, clause: string): string => `${tenant} ${clause}`;
const nearest: Readonly<Record<Level, number>> = { api: 0, engine: 1, pure: 2 };

/**
 * Puts every clause beside its tests. A clause of kind S is proven by a test through the API of the running services; other
 * tests are shown and prove nothing by themselves. What is neither proven nor listed as waiting is a mistake, and so is a list that is out of date.
 */
export function judge(clauses: readonly Clause[], proofs: readonly Proof[], waits: Waits): Judgement {
  const known = new Set(clauses.map(({ tenant, number }) => keyOf(tenant, number)));
  const mistakes = [
    ...proofs.flatMap(({ names, file, title }) =>
      names
        .filter(({ tenant, clause }) => !known.has(keyOf(tenant, clause)))
        .map(
          (name) =>
            `${keyOf(name.tenant, name.clause)} is no clause of a regulation, but a test names it: “${title}” in ${file}`,
        ),
    ),
    ...[...waits.keys()]
      .filter((key) => !known.has(key))
      .map((key) => `${key} is listed as waiting, but no regulation has it.`),
  ];
  const judged = clauses.map((clause): Judged => {
    const key = keyOf(clause.tenant, clause.number);
    const own = proofs
      .filter(({ names }) => names.some((name) => keyOf(name.tenant, name.clause) === key))
      .sort((a, b) => nearest[a.level] - nearest[b.level]);
    const isProven = own.some(({ level }) => level === 'api');
    const wait = waits.get(key) ?? null;
    const mistake = mistakeOf(clause, isProven, wait);
    if (mistake !== null) mistakes.push(`${key} ${mistake}`);
    return { ...clause, proofs: own, wait, state: stateOf(clause, isProven, wait) };
  });
  return { clauses: judged, mistakes };
}

function stateOf({ kind }: Clause, isProven: boolean, wait: Wait | null): Judged['state'] {
  if (kind === 'O') return 'organisational';
  if (isProven) return wait === null ? 'proven' : 'partly';
  return wait === null ? 'unproven' : 'waiting';
}

function mistakeOf({ kind }: Clause, isProven: boolean, wait: Wait | null): string | null {
  if (kind === 'O') return wait === null ? null : 'is organisational: nothing of it can wait. Take it off the list.';
  if (isProven && wait !== null && !wait.partly) {
    return 'is proven and still listed as waiting: take it off the list, or say with `partly: true` what is still missing.';
  }
  if (!isProven && wait?.partly)
    return 'is listed as partly proven, but no test through the running services names it.';
  if (!isProven && wait === null) return 'has no test through the running services, and is not listed as waiting.';
  return null;
}
