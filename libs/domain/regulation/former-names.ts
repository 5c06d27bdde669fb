import type { Named, Regulation } from './types.ts';

/** What requests keep ids of, by the name of the list. */
const LISTS = {
  categories: ({ categories }: Regulation) => [...categories.values()],
  products: ({ products }: Regulation) => products,
  clientCategories: ({ clientCategories }: Regulation) => clientCategories,
  entryPoints: ({ entryPoints }: Regulation) => entryPoints,
  reasons: ({ reasons }: Regulation) => reasons,
  vendors: ({ vendors }: Regulation) => vendors,
  skills: ({ skills }: Regulation) => skills,
  clocks: ({ clocks }: Regulation) => clocks,
  diagnosisSteps: ({ diagnosis }: Regulation) => diagnosis?.steps ?? [],
  tools: ({ remoteSessions }: Regulation) => remoteSessions?.tools ?? [],
  consents: ({ remoteSessions }: Regulation) => remoteSessions?.consents ?? [],
} as const satisfies Record<string, (regulation: Regulation) => readonly Named[]>;

export type FormerNames = Readonly<Record<keyof typeof LISTS, readonly Named[]>>;

/**
 * What other editions name and the one in force does not: a request stays under its own edition (kz-portal 30-1), so its subject is
 * named as that edition names it, though nobody can choose it any more. The latest name wins.
 * @param editions in the order in which they come into force
 */
export function formerNames(inForce: Regulation, editions: readonly Regulation[]): FormerNames {
  const of = (list: (regulation: Regulation) => readonly Named[]): readonly Named[] => {
    const known = new Set(list(inForce).map(({ id }) => id));
    const others = editions.flatMap(list).filter(({ id }) => !known.has(id));
    return [...new Map(others.map(({ id, name }) => [id, { id, name }])).values()];
  };
  return Object.fromEntries(Object.entries(LISTS).map(([name, list]) => [name, of(list)])) as unknown as FormerNames;
}
