import type * as english from '../en/calendar.ts';
import { list } from '../values.ts';

export const calendar: typeof english.calendar = {
  noWorkingHours: () => 'У горячей линии нет ни одного рабочего часа.',
  hoursTwice: ({ day }) => `Часы работы дня \`${day}\` указаны дважды.`,
  hoursUnreadable: ({ text }) =>
    `\`${text}\` — это не часы работы; запишите их как \`09:00-18:00\`, как \`09:00-13:00, 14:00-18:00\`, как \`24/7\` или \`closed\`.`,
  hoursOutOfOrder: ({ text }) =>
    `Промежутки в \`${text}\` стоят не по порядку: каждый должен начинаться раньше, чем кончается, и после предыдущего; за полночь может переходить только последний.`,
  hoursOverlap: ({ text }) => `Промежутки в \`${text}\` перекрываются.`,
  hoursPastMidnight: ({ day, next }) =>
    `Часы работы дня \`${day}\` продолжаются после полуночи и заходят на часы дня \`${next}\`.`,
  noProductionCalendar: ({ id, known }) => `Производственного календаря \`${id}\` нет; есть: ${list(known)}.`,
};
