import type { Regulation } from '../regulation/types.ts';
import { answer, fact, MINUTE, moscow, msk, on } from './clock.samples.ts';
import { type Fact, foldRequest } from './index.ts';

const of = (kind: string, minutes: number) => ({
  ...{ ...answer, id: kind, within: minutes * MINUTE, pauses: [], stopsOn: [on('work.replied')] },
  applies: { ...answer.applies, kinds: [kind] },
});
const clocks = [of('question', 120), of('error', 60), of('access', 30)];
const categories = new Map(
  ['question', 'error', 'access'].map((kind) => [kind, { id: kind, kind }]),
) as unknown as Regulation['categories'];
const regulation = { clocks, categories, clientCategories: [] };
const submitted = { category: 'question', channel: 'web', clientCategory: null };
const filed = fact('request.submitted', '2026-11-20 10:00');
const to = (category: string, when: string) => fact('work.reclassified', when, { category, clientCategory: null });
const told = (...facts: Fact[]) =>
  foldRequest(regulation, submitted, facts, moscow).map(({ rule, state }) => [
    rule.id,
    state.state === 'stopped' ? state.verdict : state.state,
    state.state === 'paused' ? null : state.dueAt,
  ]);

test('edoc 3: changed midway, the old promise falls away and the new one counts from the receipt', () => {
  expect(told(filed, to('error', '2026-11-20 10:40'))).toEqual([
    ['question', 'cancelled', msk('2026-11-20 12:00')],
    ['error', 'running', msk('2026-11-20 11:00')],
  ]);
});
test('edoc 3: what was answered under the former category is judged by it, once', () => {
  const answered = fact('work.replied', '2026-11-20 10:20');
  expect(told(filed, answered, to('error', '2026-11-20 10:40'))).toEqual([
    ['question', 'kept', msk('2026-11-20 12:00')],
  ]);
});
test('edoc 3: a promise that was broken already stays broken', () => {
  const [question, error] = told(filed, to('error', '2026-11-20 12:30'));
  expect(question).toEqual(['question', 'broken', msk('2026-11-20 12:00')]);
  expect(error).toEqual(['error', 'running', msk('2026-11-20 11:00')]);
});
test('edoc 3: there and back again it is as if it had never been elsewhere', () => {
  expect(told(filed, to('error', '2026-11-20 10:10'), to('question', '2026-11-20 10:20'))).toEqual([
    ['question', 'running', msk('2026-11-20 12:00')],
    ['error', 'cancelled', msk('2026-11-20 11:00')],
  ]);
});
test('edoc 3: of two changes in one moment the later id counts, and the one between leaves nothing open', () => {
  const [first, second] = [to('error', '2026-11-20 10:40'), to('access', '2026-11-20 10:40')];
  expect(told(second, filed, first).filter(([, state]) => state === 'running')).toEqual([
    ['access', 'running', msk('2026-11-20 10:30')],
  ]);
});
