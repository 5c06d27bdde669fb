import type { Grouped, Question } from '../questions/index.ts';

/** Groups are narrowed and moved so many times; after a few nothing moves any more. */
const ROUNDS = 4;
const FEWEST = 2;

interface Centre {
  readonly sum: Float64Array;
  readonly members: number[];
}

/**
 * Groups questions by outside vectors: each goes to the nearest centre that is at least `alike` (cosine, 0–1), or begins one of its
 * own; centres then move to the middle of their members, a few times. Work grows with questions times groups. Deterministic: questions
 * are taken by their ids, whatever the order in which they are given.
 * @throws Error when there is not one vector of one length for each question
 */
export function groupByVectors(
  questions: readonly Question[],
  vectors: readonly (readonly number[])[],
  alike: number,
): Grouped {
  const size = vectors[0]?.length ?? 0;
  if (vectors.length !== questions.length || vectors.some((vector) => vector.length !== size))
    throw new Error(`${questions.length} questions have ${vectors.length} vectors, not one of ${size} numbers each`);
  const units = vectors.map(unitOf);
  const order = questions.map((_, at) => at).sort((a, b) => (idOf(questions, a) < idOf(questions, b) ? -1 : 1));
  let centres: Centre[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = centres.map(({ sum }) => unitOf(sum));
    const next: Centre[] = before.map(() => ({ sum: new Float64Array(size), members: [] }));
    for (const at of order) {
      const vector = units[at] ?? new Float64Array(size);
      const nearest = nearestOf(vector, before, next, alike);
      const centre = nearest ?? { sum: new Float64Array(size), members: [] };
      if (nearest === undefined) next.push(centre);
      centre.members.push(at);
      for (let i = 0; i < size; i += 1) centre.sum[i] = (centre.sum[i] ?? 0) + (vector[i] ?? 0);
    }
    centres = next.filter(({ members }) => members.length > 0);
  }
  const groups = centres
    .filter(({ members }) => members.length >= FEWEST)
    .map((centre) => groupOf(centre, questions, units));
  groups.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  const alone = centres.filter(({ members }) => members.length < FEWEST).flatMap(({ members }) => members);
  return { groups, alone: alone.sort((a, b) => a - b).map((at) => idOf(questions, at)) };
}

const idOf = (questions: readonly Question[], at: number): string => questions[at]?.id ?? '';

/** Among the centres of the round before, and those that this round has begun. */
function nearestOf(
  vector: Float64Array,
  before: readonly Float64Array[],
  next: readonly Centre[],
  alike: number,
): Centre | undefined {
  let best: Centre | undefined;
  let most = alike;
  for (const [at, centre] of next.entries()) {
    const middle = before[at] ?? unitOf(centre.sum);
    const likeness = dot(vector, middle);
    if (likeness >= most && (best === undefined || likeness > most)) {
      best = centre;
      most = likeness;
    }
  }
  return best;
}

function groupOf({ sum, members }: Centre, questions: readonly Question[], units: readonly Float64Array[]) {
  const middle = unitOf(sum);
  const likeness = (at: number): number => dot(units[at] ?? middle, middle);
  const typical = members.reduce((a, b) => (likeness(b) > likeness(a) ? b : a));
  const inOrder = members.toSorted((a, b) => a - b);
  return {
    name: questions[typical]?.text ?? '',
    count: members.length,
    members: inOrder.map((at) => idOf(questions, at)),
  };
}

function unitOf(vector: ArrayLike<number>): Float64Array {
  const unit = Float64Array.from(vector);
  const length = Math.sqrt(dot(unit, unit));
  return length === 0 ? unit : unit.map((weight) => weight / length);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
