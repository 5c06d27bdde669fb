import type { AnyEvent } from '@reglament/contracts';
import { newId } from '@reglament/platform/ids';
import { aRequest } from '@reglament/testing/builders';

/** Ways to ask the same, by topic; the languages of one tenant are mixed as its people mix them. */
export const TOPICS = {
  signature: [
    'Как продлить электронную подпись?',
    'Здравствуйте! как продлить электронную подпись',
    'продлить электронную подпсь как?',
    'Подскажите, пожалуйста, как продлить электронную подпись.',
  ],
  letter: [
    'Не приходит письмо с кодом',
    'не приходит письмо с кодом на почту',
    'Письмо с кодом не приходит',
    'Код не приходит в письме',
  ],
  statement: [
    'Где скачать акт сверки?',
    'Акт сверки где скачать',
    'Подскажите, где скачать акт сверки',
    'скачать акт сверки',
  ],
  'update-uk': [
    'Чому не відкривається програма після оновлення?',
    'Після оновлення програма не відкривається',
    'програма не відкривається після оновлення, чому',
  ],
  'deadline-kk': [
    'Есеп тапсыру мерзімі қашан бітеді?',
    'Есеп тапсырудың мерзімі қашан',
    'Қашан бітеді есеп тапсыру мерзімі?',
  ],
  'password-en': ['How do I reset my password?', 'reset my password please', 'Hello, how can I reset the password'],
} as const;
export type Topic = keyof typeof TOPICS;

/** What nobody else asks. */
export const ODD = [
  'Принтер печатает зелёным',
  'Можно ли прийти с собакой',
  'Кому подарить кактус',
  'Сколько весит сервер',
  'Чем пахнет дождь в Костроме',
  'Когда поставят новую кофемашину',
] as const;

/** Requests of one tenant on one day: so many of each topic, their wordings in turn. */
export function asked(
  tenant: string,
  day: string,
  counts: Readonly<Partial<Record<Topic, number>>>,
  others: readonly string[] = [],
): AnyEvent[] {
  const texts = Object.entries(counts).flatMap(([topic, count]) => {
    const wordings = TOPICS[topic as Topic];
    return Array.from({ length: count }, (_, at) => wordings[at % wordings.length] ?? '');
  });
  return [...texts, ...others].map((question, at): AnyEvent => {
    const submittedAt = new Date(Date.parse(`${day}T08:00:00Z`) + at * 60_000).toISOString();
    const payload = aRequest({ submittedAt, question, summary: question.slice(0, 160), category: 'interface' });
    return {
      id: newId(),
      type: 'request.submitted.v1',
      source: 'intake',
      tenant,
      subjectId: payload.requestId,
      occurredAt: submittedAt,
      payload,
    };
  });
}
