/** Which project may use which, by the tags in each package.json. A project may depend only on what its tags allow. */

export interface Project {
  /** Folder from the root: `libs/domain`. */
  readonly root: string;
  readonly tags: readonly string[];
}

export interface Constraint {
  readonly from: string;
  readonly mayUse: readonly string[];
  readonly because: string;
}

export const CONSTRAINTS: readonly Constraint[] = [
  {
    from: 'kind:app',
    mayUse: ['scope:domain', 'scope:contracts', 'scope:platform'],
    because: 'services share facts and rules, never each other’s code',
  },
  { from: 'scope:console', mayUse: ['scope:domain', 'scope:contracts'], because: 'the console runs in a browser' },
  { from: 'scope:domain', mayUse: [], because: 'rules stand on nothing but their arguments' },
  {
    from: 'scope:contracts',
    mayUse: ['scope:domain'],
    because: 'events on the wire may name only the domain’s plain types',
  },
  { from: 'scope:platform', mayUse: ['scope:contracts', 'scope:domain'], because: 'plumbing knows no service' },
  {
    from: 'scope:testing',
    mayUse: ['scope:domain', 'scope:contracts', 'scope:platform', 'scope:engines', 'kind:app'],
    because: 'tests start engines and migrate services',
  },
  { from: 'scope:engines', mayUse: [], because: 'an engine is a process with a URL and knows nothing of ours' },
  {
    from: 'scope:tools',
    mayUse: ['kind:lib', 'kind:app', 'scope:engines'],
    because: 'tools start and check everything else',
  },
];

/** The project a file belongs to: the one with the longest root that contains it. */
export function projectOf(file: string, projects: readonly Project[]): Project | undefined {
  const owners = projects.filter((project) => file.startsWith(`${project.root}/`));
  return owners.sort((a, b) => b.root.length - a.root.length)[0];
}

/** Mistakes in the tags themselves: without tags a project would be free of every constraint. */
export function tagMistakes(projects: readonly Project[]): string[] {
  return projects.flatMap(({ root, tags }) =>
    ['kind:', 'scope:'].flatMap((prefix) =>
      tags.filter((tag) => tag.startsWith(prefix)).length === 1
        ? []
        : [`${root}/package.json needs exactly one ${prefix} tag.`],
    ),
  );
}

/** A sentence when `from` may not use `to`; undefined when it may. */
export function forbidden(from: Project, to: Project): string | undefined {
  if (from.root === to.root) return undefined;
  const broken = CONSTRAINTS.find(
    (constraint) => from.tags.includes(constraint.from) && !constraint.mayUse.some((tag) => to.tags.includes(tag)),
  );
  return broken && `${from.root} (${broken.from}) may not use ${to.root}: ${broken.because}`;
}
