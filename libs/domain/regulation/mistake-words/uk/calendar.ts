import type * as english from '../en/calendar.ts';
import { list } from '../values.ts';

export const calendar: typeof english.calendar = {
  noWorkingHours: () => 'Гаряча лінія не має жодної робочої години.',
  hoursTwice: ({ day }) => `Години роботи дня \`${day}\` зазначено двічі.`,
  hoursUnreadable: ({ text }) =>
    `\`${text}\` — це не години роботи; запишіть їх як \`09:00-18:00\`, як \`09:00-13:00, 14:00-18:00\`, як \`24/7\` або \`closed\`.`,
  hoursOutOfOrder: ({ text }) =>
    `Проміжки в \`${text}\` стоять не за порядком: кожен має починатися раніше, ніж закінчується, і після попереднього; за північ може переходити лише останній.`,
  hoursOverlap: ({ text }) => `Проміжки в \`${text}\` перекриваються.`,
  hoursPastMidnight: ({ day, next }) =>
    `Години роботи дня \`${day}\` тривають після півночі й заходять на години дня \`${next}\`.`,
  noProductionCalendar: ({ id, known }) => `Виробничого календаря \`${id}\` немає; є: ${list(known)}.`,
};
