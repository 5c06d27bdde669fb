import { regulationOf } from '@reglament/testing/regulations';
import type { Language } from '../regulation/types.ts';
import type { Instant } from '../time/index.ts';
import { type Complaint, composeComplaint, composeComplaintAnswer } from './index.ts';

const kuty = regulationOf('kuty');
const complaint = (language: Language): Complaint => ({
  name: 'Ганна Ткач',
  email: 'hanna@example.org',
  number: '260 000 043',
  text: 'Оператор кинув слухавку.',
  filedAt: Date.parse('2026-11-24T09:30:00Z') as Instant,
  language,
});

test('kuty 1.2: the main administrator reads who complains, when by the hotline’s clock, about which request, by which clause', () => {
  expect(composeComplaint(kuty, '1.2', complaint('en'))).toEqual({
    language: 'uk',
    subject: 'Скарга на службу підтримки',
    body: [
      'Вівторок, 24 листопада о 11:30 надійшла скарга (пункт 1.2). Скаржник: Ганна Ткач, hanna@example.org. Звернення: 260 000 043.',
      'Оператор кинув слухавку.',
      'Служба підтримки. Електронна черга до дитячих садків Кутської громади',
    ].join('\n\n'),
  });
});

test.each<[Language, string, string]>([
  ['ru', 'Ответ на вашу жалобу', 'Вы писали:'],
  ['uk', 'Відповідь на вашу скаргу', 'Ви писали:'],
  ['kk', 'Шағымыңызға жауап', 'Сіз былай деп жаздыңыз:'],
  ['en', 'The answer to your complaint', 'You wrote:'],
])(
  'kuty 1.2: in %s the complainant reads the answer first, then the own words, then who answers',
  (language, subject, said) => {
    const letter = composeComplaintAnswer(kuty, complaint(language), 'Оператора попереджено, вибачте.');
    expect(letter).toEqual({
      language,
      subject,
      body: [
        'Оператора попереджено, вибачте.',
        said,
        'Оператор кинув слухавку.',
        'Служба підтримки. Електронна черга до дитячих садків Кутської громади',
      ].join('\n\n'),
    });
  },
);
