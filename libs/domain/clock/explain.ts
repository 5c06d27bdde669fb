import { type Calendar, DAY, dateOf, type Interval, type Zone, zoneOf } from '../calendar/index.ts';
import type { Instant } from '../time/index.ts';
import type { Clock, Explanation } from './types.ts';

type Span = Explanation['spans'][number];

/**
 * How a deadline comes about: every stretch from the start to the due moment, and the sum of what counts. Where there is no
 * due moment (paused, or no target) the account goes to the stop, or to `now`.
 */
export function explain(clock: Clock, calendar: Calendar, now: Instant): Explanation {
  const { rule, state } = clock;
  const dueAt = state.state === 'paused' ? null : state.dueAt;
  const end = Math.max(dueAt ?? (state.state === 'stopped' ? state.stoppedAt : now), state.startedAt) as Instant;
  const spans = withoutEmpty(spansOf(clock, calendar, end));
  const counted = spans.reduce((sum, span) => sum + (span.is === 'counted' ? span.to - span.from : 0), 0);
  return {
    rule: rule.id,
    clause: rule.clause,
    calendar: calendar.id,
    timeZone: calendar.timeZone,
    within: rule.dueBy !== null && dueAt !== null ? counted : rule.within,
    setBy: rule.dueBy !== null && dueAt !== null ? rule.dueBy.fact : null,
    time: rule.time,
    startedAt: state.startedAt,
    startedBy: clock.startedBy,
    dueAt,
    spans,
    counted,
  };
}

function spansOf(clock: Clock, calendar: Calendar, end: Instant): Span[] {
  const count = clock.rule.time === 'working' ? workingSpans : elapsedSpans;
  const spans: Span[] = [];
  let here = clock.state.startedAt;
  for (const pause of clock.pauses) {
    if (pause.from >= end) break;
    const to = Math.min(pause.to ?? end, end) as Instant;
    spans.push(...count(here, pause.from, calendar), { from: pause.from, to, is: 'paused', why: pause.by });
    here = to;
  }
  return [...spans, ...count(here, end, calendar)];
}

const elapsedSpans = (from: Instant, to: Instant): Span[] => [{ from, to, is: 'counted', why: null }];

function workingSpans(from: Instant, to: Instant, calendar: Calendar): Span[] {
  const zone = zoneOf(calendar.timeZone);
  const spans: Span[] = [];
  let here = from;
  for (const open of calendar.openIntervals(from, to)) {
    spans.push(...byReason({ from: here, to: open.from }, 'closed', calendar, zone));
    spans.push(...byReason(open, 'counted', calendar, zone));
    here = open.to;
  }
  return [...spans, ...byReason({ from: here, to }, 'closed', calendar, zone)];
}

/** Cuts a stretch at the local midnights where the reason changes: an ordinary night, a holiday, a working Saturday. */
function byReason(stretch: Interval, is: 'closed' | 'counted', calendar: Calendar, zone: Zone): Span[] {
  const spans: Span[] = [];
  let here = stretch.from;
  while (here < stretch.to) {
    const day = Math.floor(zone.toLocal(here) / DAY);
    // Past this one even where a zone's change of offset repeats midnight.
    const midnight = Math.max(zone.toInstant((day + 1) * DAY), here + 1);
    const to = Math.min(midnight, stretch.to) as Instant;
    const why = calendar.reasonOf(dateOf(day)) ?? null;
    const last = spans.at(-1);
    if (last?.why === why) spans[spans.length - 1] = { ...last, to };
    else spans.push({ from: here, to, is, why });
    here = to;
  }
  return spans;
}

const withoutEmpty = (spans: readonly Span[]): Span[] => spans.filter((span) => span.from < span.to);
