import { answer, fact, MINUTE, moscow, msk, only, shown } from './clock.samples.ts';
import { chooseRules, explain, fold } from './index.ts';

describe('explain', () => {
  const explained = (filed: string) =>
    explain(only(fold([fact('request.submitted', filed)], answer, moscow)), moscow, msk(filed)).spans.map(
      (span) => `${shown(span.from)} – ${shown(span.to)} ${span.is}${span.why === null ? '' : `: ${span.why}`}`,
    );

  it('ovk 2.7: Friday 17:50 to Monday 9:20', () => {
    expect(explained('2026-11-20 17:50')).toEqual([
      '2026-11-20 17:50 – 2026-11-20 18:00 counted',
      '2026-11-20 18:00 – 2026-11-23 09:00 closed',
      '2026-11-23 09:00 – 2026-11-23 09:20 counted',
    ]);
  });

  it('ovk 1.3: names the holiday, the exchanged Monday and the working Saturday', () => {
    expect(explained('2025-11-01 16:50')).toEqual([
      '2025-11-01 16:50 – 2025-11-01 17:00 counted: Рабочая суббота, выходной перенесён на 3 ноября; на час короче перед праздником',
      '2025-11-01 17:00 – 2025-11-02 00:00 closed: Рабочая суббота, выходной перенесён на 3 ноября; на час короче перед праздником',
      '2025-11-02 00:00 – 2025-11-03 00:00 closed',
      '2025-11-03 00:00 – 2025-11-04 00:00 closed: Выходной перенесён с 1 ноября',
      '2025-11-04 00:00 – 2025-11-05 00:00 closed: День народного единства',
      '2025-11-05 00:00 – 2025-11-05 09:00 closed',
      '2025-11-05 09:00 – 2025-11-05 09:20 counted',
    ]);
  });

  it('shows the wait for the requester', () => {
    const facts = [
      fact('request.submitted', '2026-11-20 10:00'),
      fact('work.information-requested', '2026-11-20 10:10'),
      fact('request.message-received', '2026-11-20 12:00'),
    ];
    const spans = explain(only(fold(facts, answer, moscow)), moscow, msk('2026-11-20 12:05')).spans;
    expect(spans.map((span) => [span.is, (span.to - span.from) / MINUTE, span.why])).toEqual([
      ['counted', 10, null],
      ['paused', 110, 'work.information-requested'],
      ['counted', 20, null],
    ]);
  });
});

describe('which clocks a request has', () => {
  it('a rule applies when each of its lists admits the request; an empty list admits any', () => {
    const traits = { kind: 'reference', category: 'purchase', channel: 'web', clientCategory: null };
    const gold = { ...answer, id: 'gold', applies: { ...answer.applies, clientCategories: ['gold'] } };
    const chosen = (more: object) =>
      chooseRules({ clocks: [answer, gold] }, { ...traits, ...more }).map(({ id }) => id);
    expect(chosen({})).toEqual(['answer']);
    expect(chosen({ kind: 'failure' })).toEqual([]);
    expect(chosen({ clientCategory: 'gold' })).toEqual(['answer', 'gold']);
  });
});
