import type { CalendarSpec } from '../calendar/types.ts';
import type { Millis } from '../time/index.ts';
import { ordinaryDayMinutes } from './compile-calendar.ts';
import type { Draft } from './draft.ts';
import { FACT_MOMENTS, TERMINAL_FACTS } from './facts.ts';
import type { ClockEntry, FactEntry } from './shape.ts';
import type { Path } from './source.ts';
import type { ClockRule, ExpiryAction, FactMatch } from './types.ts';
import { parseDuration, parsePart } from './values.ts';

/** All clock rules of the file. A table of targets becomes a rule for each of its cells: `answer.partner.error`. */
export function compileClocks(draft: Draft, calendar: CalendarSpec): readonly ClockRule[] {
  return Object.entries(draft.file.clocks).flatMap(([id, entry]) => compileClock(draft, calendar, id, entry));
}

function compileClock(draft: Draft, calendar: CalendarSpec, id: string, entry: ClockEntry): readonly ClockRule[] {
  const path: Path = ['clocks', id];
  const base = compileBase(draft, id, entry);
  const rule = (suffix: string, text: string, at: Path, applies: ClockRule['applies']): ClockRule => {
    const within = spanOf(draft, calendar, text, base.time, at);
    const dueBy = dueByOf(draft, text, base, at);
    // A fact that cannot set the end is told already.
    if (dueBy !== null || text.startsWith('set by')) return { ...base, id: `${id}${suffix}`, within, dueBy, applies };
    if (within === null && base.warnAt.length > 0) draft.mistake(path, 'nothingToWarnOf');
    if (within === null && base.onExpiry.length > 0) draft.mistake(path, 'neverExpires');
    return { ...base, id: `${id}${suffix}`, within, dueBy, applies };
  };
  if (typeof entry.within === 'string') {
    return [rule('', entry.within, [...path, 'within'], base.applies)];
  }
  if (entry.applies?.kinds || entry.applies?.clientCategories) {
    draft.mistake([...path, 'applies'], 'tableWithApplies');
  }
  return Object.entries(entry.within).flatMap(([client, row]) =>
    Object.entries(row).map(([kind, text]) =>
      rule(`.${client}.${kind}`, text, [...path, 'within', client, kind], {
        ...base.applies,
        kinds: [kind],
        clientCategories: [client],
      }),
    ),
  );
}

function compileBase(draft: Draft, id: string, entry: ClockEntry): Omit<ClockRule, 'within' | 'dueBy'> {
  const path: Path = ['clocks', id];
  const starts = entry.starts.map(factMatch);
  const stops = entry.stops.map(factMatch);
  const ends = new Set([...starts, ...stops].map((match) => match.fact));
  const cancels = entry.cancels?.map(factMatch) ?? TERMINAL_FACTS.filter((fact) => !ends.has(fact)).map(factMatch);
  const warnAt = (entry.warnAt ?? []).map((part) => parsePart(part) ?? 0);
  if (warnAt.some((part, i) => part <= (warnAt[i - 1] ?? 0))) {
    draft.mistake([...path, 'warnAt'], 'warningsOutOfOrder');
  }
  return {
    id,
    clause: entry.clause,
    name: draft.text(entry.name, [...path, 'name']),
    applies: {
      kinds: entry.applies?.kinds ?? [],
      categories: entry.applies?.categories ?? [],
      channels: entry.applies?.channels ?? [],
      clientCategories: entry.applies?.clientCategories ?? [],
    },
    startsOn: starts,
    stopsOn: stops,
    cancelsOn: cancels,
    pauses: (entry.pauses ?? []).map((pause) => ({
      from: factMatch(pause.from),
      until: pause.until.map(factMatch),
      clause: pause.clause ?? null,
    })),
    toldToRequester: entry.told ?? false,
    time: entry.time ?? 'working',
    warnAt,
    onExpiry: (entry.onExpiry ?? []).flatMap((action, i) => expiryAction(draft, action, [...path, 'onExpiry', i])),
    restart: entry.restart ?? 'keep',
  };
}

function factMatch(entry: FactEntry): FactMatch {
  if (typeof entry === 'string') return { fact: entry, where: {} };
  const value = (text: string) => (text === 'true' ? true : text === 'false' ? false : text);
  return { fact: entry.fact, where: Object.fromEntries(Object.entries(entry.where).map(([k, v]) => [k, value(v)])) };
}

function spanOf(
  draft: Draft,
  calendar: CalendarSpec,
  text: string,
  time: 'working' | 'elapsed',
  path: Path,
): Millis | null {
  const duration = parseDuration(text);
  if (duration === undefined || duration.unit === 'none' || duration.unit === 'set-by') return null;
  if (duration.unit === 'ms') return duration.ms;
  if (time === 'elapsed') draft.mistake(path, 'workingDaysElapsed');
  return duration.days * ordinaryDayMinutes(calendar) * 60_000;
}

/** A moment that the starting fact names: every start must be that fact, and nothing can hold a fixed moment. */
function dueByOf(
  draft: Draft,
  text: string,
  base: Omit<ClockRule, 'within' | 'dueBy'>,
  path: Path,
): ClockRule['dueBy'] {
  const duration = parseDuration(text);
  if (duration?.unit !== 'set-by') return null;
  const { fact } = duration;
  const field = FACT_MOMENTS[fact];
  if (field === undefined) {
    draft.mistake(path, 'namesNoMoment', { fact, known: Object.keys(FACT_MOMENTS) });
    return null;
  }
  if (base.startsOn.some((match) => match.fact !== fact)) draft.mistake(path, 'startsOnOther', { fact });
  if (base.pauses.length > 0) draft.mistake(path, 'momentCannotPause');
  return { fact, field };
}

type ActionEntry = NonNullable<ClockEntry['onExpiry']>[number];

function expiryAction(draft: Draft, entry: ActionEntry, path: Path): readonly ExpiryAction[] {
  const { do: verb, to, reason } = entry;
  if (verb === 'escalate' && to !== undefined && to !== 'agent') return [{ do: verb, to }];
  if (verb === 'remind' && (to === 'agent' || to === 'moderator')) return [{ do: verb, to }];
  if (verb === 'resume') return [{ do: verb }];
  if ((verb === 'cancel' || verb === 'offer-cancel') && reason !== undefined) return [{ do: verb, reason }];
  if (verb === 'escalate') draft.mistake(path, 'escalateToWhom');
  else if (verb === 'remind') draft.mistake(path, 'remindWhom');
  else draft.mistake(path, 'forWhichReason', { action: verb });
  return [];
}
