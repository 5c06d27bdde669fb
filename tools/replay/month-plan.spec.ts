import path from 'node:path';
import { type Instant, localDate } from '@reglament/domain/time';
import { RegulationBook } from '@reglament/platform/regulations';
import { demoPlan } from './demo-plan.ts';
import { forbiddenDeed } from './life-cycle.samples.ts';
import { monthPlan, readMonths } from './month-plan.ts';

const root = path.join(import.meta.dirname, '../..');
const book = RegulationBook.load(path.join(root, 'regulations'));
const tenants = book.all().map(({ tenant }) => tenant);
const calendars = new Map(tenants.map((tenant) => [tenant, book.calendar(tenant)]));
const from = Date.parse('2026-10-01T06:00:00+03:00') as Instant;
const plan = () =>
  monthPlan(
    demoPlan(path.join(root, 'demo', 'requests.jsonl'), tenants),
    readMonths(path.join(root, 'demo', 'month.yaml')),
    calendars,
    { from, month: '2026-11' },
  );

test('a replayed month: every hotline has requests on each of its working days, and none on others', () => {
  const { cases } = plan();
  for (const [tenant, calendar] of calendars) {
    const days = new Set<string>();
    for (const { at } of cases.filter(({ hotline }) => hotline === tenant)) {
      days.add(localDate((from + at) as Instant, calendar.timeZone));
    }
    const end = Date.parse('2026-12-01T00:00:00+03:00') as Instant;
    const working = calendar.openIntervals(from, end).map((open) => localDate(open.from, calendar.timeZone));
    expect(days).toEqual(new Set(working));
  }
});

test('a replayed month: calls come while the line is open, and work is done in working time, as the life cycle allows', () => {
  for (const { hotline, at, submission, steps } of plan().cases) {
    const calendar = calendars.get(hotline);
    if (submission.channel === 'phone') expect(calendar?.isOpen((from + at) as Instant)).toBe(true);
    expect(forbiddenDeed(steps.map(({ deed }) => deed))).toBeNull();
    const times = steps.map((step) => step.at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  }
});

test('a replayed month is the same whenever it is planned', () => {
  expect(plan()).toEqual(plan());
});
