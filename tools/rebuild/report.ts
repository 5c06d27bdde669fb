import type { Findings, Outcome, Progress } from './rebuild.ts';

/** Most ids and months named of each kind. */
const NAMED = 20;
/** Milliseconds between two lines about the same step. */
const QUIET = 2_000;

/** Says how far a rebuild is: each step when it begins, and every two seconds how much is left. */
export function teller(say: (line: string) => void): (progress: Progress) => void {
  const begun = performance.now();
  let first: number | undefined;
  let step = '';
  let said = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const now = performance.now();
    if (progress.step === 'reading') first ??= progress.done;
    if (progress.step === step && now - said < QUIET) return;
    [step, said] = [progress.step, now];
    say(lineOf(progress, progress.step === 'reading' ? (progress.done - (first ?? 0)) / ((now - begun) / 1000) : 0));
  };
}

function lineOf(progress: Progress, perSecond: number): string {
  switch (progress.step) {
    case 'reading': {
      const { done, of } = progress;
      const left = perSecond > 0 ? `, ${spoken((of - done) / perSecond)} left` : '';
      return `reading: ${done} of about ${of} events${perSecond > 0 ? `, ${Math.round(perSecond)}/s` : ''}${left}`;
    }
    case 'current-rows':
      return `making the current rows of requests: ${progress.tenant}`;
    case 'following':
      return `following: ${progress.read} events came meanwhile`;
    case 'comparing':
      return `comparing the figures of ${progress.tenant}, ${progress.month.slice(0, 7)}`;
    case 'swapping':
      return `taking the place of the old archive: ${progress.table}`;
  }
}

function spoken(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

/** What was found and done, for a person. */
export function asText(outcome: Outcome): string {
  const { findings } = outcome;
  return [...(findings === null ? [] : found(findings)), END[outcome.kind], ''].join('\n');
}

const END: Readonly<Record<Outcome['kind'], string>> = {
  swapped: 'Done: the new archive has taken the place of the old one.',
  compared: 'Compared: the archive is as it was. Run again without --compare, and the new one takes its place.',
  refused:
    'NOT done: the archive is as it was, the new one is kept. Look at the above; --accept goes on, --forget throws the new one away.',
};

function found({ events, figures, months }: Findings): string[] {
  return [
    ...named(`${events.missing.length} events of the services are not in the new archive`, events.missing),
    ...named(`${events.unknown.length} events of the old archive are known to no service`, events.unknown),
    ...(events.regained > 0 ? [`${events.regained} events that the old archive lacked are in the new one.`] : []),
    ...named(
      `The figures of ${figures.length} months differ`,
      figures.map(({ tenant, month, where }) => `${tenant}, ${month.slice(0, 7)}: ${where}`),
    ),
    `${months} months compared, ${months - figures.length} the same byte for byte.`,
  ];
}

function named(sentence: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const more = names.length > NAMED ? [`    … and ${names.length - NAMED} more`] : [];
  return [`${sentence}:`, ...names.slice(0, NAMED).map((name) => `    ${name}`), ...more];
}
