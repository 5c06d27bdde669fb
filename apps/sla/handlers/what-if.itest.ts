import { type RuleSummary, summarise, Tally } from '@reglament/domain/what-if';
import { FixedClock } from '@reglament/platform/clock';
import { type TestDatabase, testDatabase } from '@reglament/testing/database';
import type { ReplayedPart } from '../http/what-if-shapes.ts';
import { msk, regulations, request } from '../sla.samples.ts';
import { migrations } from '../store/migrations/index.ts';
import { ReadDraftBase } from './draft-base.ts';
import { FoldNews } from './fold-news.ts';
import { Terms } from './terms.ts';
import { WhatIf } from './what-if.ts';

let db: TestDatabase;
const clock = new FixedClock(msk('2026-11-30 12:00'));
const foldNews = new FoldNews(regulations, clock, new Terms());
let whatIf: WhatIf;
/** Minutes from the submission to the answer, all within one working day; null: never answered. */
const answered: (number | null)[] = [];

/** More than one part, so that parts have to be put together. */
const COUNT = 1_203;
const day = (index: number) => `2026-11-${['09', '10', '11', '12', '13', '16', '17'][index % 7]}`;

beforeAll(async () => {
  db = await testDatabase({ service: 'sla', migrations });
  whatIf = new WhatIf(db.database, regulations, clock);
  const news = Array.from({ length: COUNT }, (_, index) => {
    const minutes = index % 41 === 0 ? null : (index * 7) % 61;
    answered.push(minutes);
    const { submitted, fact } = request();
    const at = `${day(index)} 1${index % 4}:${String(index % 60).padStart(2, '0')}`;
    const later = new Date(msk(at) + (minutes ?? 0) * 60_000 + 180 * 60_000)
      .toISOString()
      .slice(0, 16)
      .replace('T', ' ');
    return [
      submitted(at),
      fact('work.queued', at, { number: String(index).padStart(7, '0') }),
      ...(minutes === null ? [] : [fact('work.replied', later)]),
    ];
  });
  for (let start = 0; start < news.length; start += 200) {
    await db.database.tenant('ovk', (tx) => foldNews.handle(tx, news.slice(start, start + 200).flat()));
  }
}, 120_000);
afterAll(() => db.close());

const month = { from: '2026-11-01', to: '2026-11-30' };

async function whole(draft: { text?: string; changes?: { at: string[]; to: string | null }[] }) {
  const tally = new Tally<string>();
  const parts: ReplayedPart[] = [];
  let after: string | undefined;
  do {
    const asked = { ...month, changes: [], ...draft, ...(after === undefined ? {} : { after }) };
    const part = await whatIf.replay('ovk', asked, 'ru');
    if (!part.ok) throw new Error(JSON.stringify(part.refusal));
    parts.push(part.value);
    tally.merge(part.value.outcomes);
    after = part.value.next ?? undefined;
  } while (after !== undefined);
  const [first] = parts;
  const summaries = summarise(tally.outcomes(), first?.rules.map(({ rule }) => rule) ?? []);
  return {
    parts,
    of: (rule: string): RuleSummary<string> | undefined => summaries.find((one) => one.rule === rule),
    summaries,
  };
}

test('what-if: the unchanged regulation gives exactly the recorded verdicts', async () => {
  const { parts, summaries, of } = await whole({});
  expect(parts.map(({ requests }) => requests)).toEqual([500, 500, 203]);
  expect(parts[0]?.total).toBe(COUNT);
  expect(summaries.flatMap(({ changes }) => changes)).toEqual([]);
  const rows = await db.admin<{ verdict: string; count: number }>(
    "SELECT coalesce(verdict, 'open') AS verdict, count(*)::int AS count FROM sla.clocks WHERE rule = 'answer' AND verdict IS NOT NULL GROUP BY 1",
  );
  const stopped = Object.fromEntries(rows.map(({ verdict, count }) => [verdict, count]));
  const never = answered.filter((minutes) => minutes === null).length;
  expect(of('answer')?.before).toMatchObject({ kept: stopped.kept, broken: (stopped.broken ?? 0) + never });
});

test('what-if: thirty minutes become twenty, and the broken promises are those that a plain count says', async () => {
  const { of } = await whole({ changes: [{ at: ['clocks', 'answer', 'within'], to: '20 min' }] });
  const within = (limit: number) => answered.filter((minutes) => minutes !== null && minutes <= limit).length;
  expect(of('answer')?.before).toMatchObject({ kept: within(30), broken: COUNT - within(30) });
  expect(of('answer')?.after).toMatchObject({ kept: within(20), broken: COUNT - within(20) });
  const [change] = of('answer')?.changes ?? [];
  expect(change).toMatchObject({ before: 'kept', after: 'broken', count: within(30) - within(20) });
  const [first] = change?.moved ?? [];
  expect(Number(first?.dueBefore) || Date.parse(String(first?.dueBefore))).toBe(
    Date.parse(String(first?.dueAfter)) + 10 * 60_000,
  );
  expect(first?.number).toMatch(/^\d{7}$/);
});

test('what-if: both explanations of a promise that would end otherwise, a lunch break shown as closed', async () => {
  const changes = [{ at: ['calendar', 'breaks', 'mon-fri'], to: '13:00-14:00' }];
  const { of } = await whole({ changes });
  const better = of('answer')?.changes.find(({ before, after }) => before === 'broken' && after === 'kept');
  const requestId = better?.moved[0]?.requestId ?? '';
  const explained = await whatIf.explain('ovk', { changes, requestId, rule: 'answer', run: 1 }, 'ru');
  if (!explained.ok) throw new Error('refused');
  const { before, after } = explained.value;
  expect(after?.spans.some(({ is, to }) => is === 'closed' && to.endsWith('T11:00:00.000Z'))).toBe(true);
  expect(Date.parse(after?.dueAt ?? '')).toBeGreaterThan(Date.parse(before?.dueAt ?? ''));
  expect(after?.countedMs).toBe(before?.countedMs);
});

test('what-if: a mistake in a text as it was typed is told at the line where it stands', async () => {
  const typed = (regulations.textOf('ovk') ?? '').replace('within: 30 min', 'within: soon');
  const line = typed.split('\n').findIndex((one) => one.includes('within: soon')) + 1;
  const refused = await whatIf.replay('ovk', { ...month, text: typed, changes: [] }, 'ru');
  expect(refused).toMatchObject({ ok: false, refusal: { data: { mistakes: [{ line, clause: '2.7' }] } } });
});

test('what-if: a draft that cannot be run is refused with line, clause and sentence; another tenant sees nothing of this history', async () => {
  const refused = await whatIf.replay(
    'ovk',
    { ...month, changes: [{ at: ['clocks', 'answer', 'within'], to: 'soon' }] },
    'ru',
  );
  expect(refused).toMatchObject({
    ok: false,
    refusal: { status: 422, code: 'draft-refused', data: { mistakes: [{ clause: '2.7' }] } },
  });
  if (refused.ok) throw new Error('accepted');
  expect(refused.refusal.errors?.[0]?.message).toMatch(
    /^ovk\.yaml, строка \d+, пункт 2\.7: `within`: нужен промежуток времени/,
  );
  const theirs = await whatIf.replay('edoc', { ...month, changes: [] }, 'ru');
  expect(theirs).toMatchObject({ ok: true, value: { total: 0, requests: 0, next: null } });
});

test('what-if: the draft to begin with is the text in force, with its targets and hours', () => {
  const base = new ReadDraftBase(regulations).handle('ovk', 'ru');
  expect(base?.text).toBe(regulations.textOf('ovk'));
  expect(base?.targets).toContainEqual({
    rule: 'answer',
    clause: '2.7',
    name: 'Ответ на справочный вопрос',
    at: ['clocks', 'answer', 'within'],
    value: '30 min',
  });
  expect(base?.hours).toEqual([
    { kind: 'open', days: 'mon-fri', at: ['calendar', 'week', 'mon-fri'], value: '09:00-18:00' },
    { kind: 'break', days: 'mon-fri', at: ['calendar', 'breaks', 'mon-fri'], value: '' },
  ]);
});
