import { regulationOf } from '@reglament/testing/regulations';
import type { Instant } from '../time/index.ts';
import {
  appealState,
  blockInForce,
  blockState,
  composeBlockLetter,
  daysLater,
  mayAnswer,
  toldWhenBlocked,
} from './index.ts';

const at = (iso: string): Instant => Temporal.Instant.from(iso).epochMilliseconds as Instant;
const blocked = at('2026-11-30T15:04:00+05:00');
const block = {
  ...{ blockedBy: 'moderator', until: at('2026-12-07T15:04:00+05:00'), liftedAt: null },
  ...{ appealUntil: at('2026-12-05T15:04:00+05:00'), appealedAt: null, answeredAt: null },
  ...{ ground: 'rudeness', groundClause: '30-17' },
};

describe('kz-portal 30-19: a block has a term', () => {
  test('of whole days to the same o’clock of the tenant’s zone, over a change of its clocks too', () => {
    expect(daysLater(blocked, 7, 'Asia/Almaty')).toBe(block.until);
    const kyiv = daysLater(at('2026-10-24T12:00:00+03:00'), 1, 'Europe/Kyiv');
    expect(kyiv).toBe(at('2026-10-25T12:00:00+02:00'));
  });

  test.each([
    ['2026-12-07T15:03:59.999+05:00', null, 'in-force'],
    ['2026-12-07T15:04:00+05:00', null, 'over'],
    ['2026-12-01T10:00:00+05:00', at('2026-12-01T09:00:00+05:00'), 'lifted'],
  ] as const)('at %s, lifted %s, it is %s', (now, liftedAt, state) => {
    expect(blockState({ ...block, liftedAt }, at(now))).toBe(state);
  });

  test('of several the longest holds; what is lifted or over does not', () => {
    const longer = { ...block, until: at('2026-12-20T00:00:00+05:00') };
    const lifted = { ...longer, liftedAt: blocked };
    expect(blockInForce([block, longer, lifted], at('2026-12-01T00:00:00+05:00'))).toBe(longer);
    expect(blockInForce([block, lifted], block.until)).toBeNull();
    expect(blockInForce([], blocked)).toBeNull();
  });
});

describe('kz-portal 30-19: a block may be appealed once', () => {
  const appealed = { ...block, appealedAt: at('2026-12-01T10:00:00+05:00') };
  const answered = { ...appealed, answeredAt: at('2026-12-02T10:00:00+05:00') };
  test.each([
    ['in its time', block, '2026-12-05T15:03:00+05:00', 'open'],
    ['when its time is over', block, '2026-12-05T15:04:00+05:00', 'over'],
    ['when it was lifted', { ...block, liftedAt: blocked }, '2026-12-01T10:00:00+05:00', 'over'],
    ['when it has been', appealed, '2026-12-02T10:00:00+05:00', 'waiting'],
    ['when it has been and the block is over', appealed, '2026-12-08T10:00:00+05:00', 'over'],
    ['when that was answered', answered, '2026-12-03T10:00:00+05:00', 'answered'],
  ] as const)('%s', (_, each, now, state) => {
    expect(appealState(each, at(now))).toBe(state);
  });

  test('nobody upholds their own block, and everybody may lift theirs', () => {
    expect(mayAnswer(block, 'uphold', 'moderator')).toBe(false);
    expect(mayAnswer(block, 'lift', 'moderator')).toBe(true);
    expect(mayAnswer(block, 'uphold', 'manager')).toBe(true);
  });
});

describe('kz-portal 30-19: what a blocked person is told', () => {
  const regulation = regulationOf('kz-portal');
  test.each([
    ['ru', 'Грубость', 'пункт 30-17', '7 декабря 2026 г. в 15:04', 'один раз обжаловать', '5 декабря 2026 г. в 15:04'],
    ['kk', 'Дөрекілік', '30-17-тармақ', '2026 ж. 7 желтоқсан, 15:04', 'бір рет шағым', '2026 ж. 5 желтоқсан, 15:04'],
    ['en', 'Грубость', 'clause 30-17', '7 December 2026 at 15:04', 'appeal once', '5 December 2026 at 15:04'],
    ['uk', 'Грубость', 'пункт 30-17', '7 грудня 2026 р. о 15:04', 'один раз оскаржити', '5 грудня 2026 р. о 15:04'],
  ] as const)('in %s: the ground with its clause, until when, and how to appeal', (language, ...words) => {
    const told = toldWhenBlocked(regulation, language, block, blocked);
    for (const word of words) expect(told).toContain(word);
  });

  test('a letter speaks the person’s language where the tenant does, and gives the staff’s words and the page', () => {
    const matter = {
      about: 'blocked',
      text: 'Оскорбления в чате 30 ноября.',
      page: 'https://x.example.org/h/y/account',
    } as const;
    const letter = composeBlockLetter(regulation, 'kk', block, matter, blocked);
    expect(letter).toMatchObject({ language: 'kk', subject: 'Өтініштеріңіз бұғатталды' });
    for (const word of [matter.text, matter.page, '30-17-тармақ', 'Порталдың техникалық қолдауы'])
      expect(letter.body).toContain(word);
    expect(composeBlockLetter(regulation, 'uk', block, matter, blocked).language).toBe('ru');
  });

  test('who upholds says that somebody else decided, and until when the block lasts', () => {
    const { body } = composeBlockLetter(regulation, 'ru', block, { about: 'upheld', text: 'Слова были.' }, blocked);
    for (const word of ['не тот сотрудник', 'Слова были.', '7 декабря 2026 г.']) expect(body).toContain(word);
  });
});
