import type * as english from '../en/calendar.ts';
import { list } from '../values.ts';

export const calendar: typeof english.calendar = {
  noWorkingHours: () => 'Жедел желінің бірде-бір жұмыс сағаты жоқ.',
  hoursTwice: ({ day }) => `\`${day}\` күнінің жұмыс уақыты екі рет көрсетілген.`,
  hoursUnreadable: ({ text }) =>
    `\`${text}\` — жұмыс уақыты емес; оны \`09:00-18:00\`, \`09:00-13:00, 14:00-18:00\`, \`24/7\` немесе \`closed\` түрінде жазыңыз.`,
  hoursOutOfOrder: ({ text }) =>
    `\`${text}\` ішіндегі аралықтар ретімен тұрған жоқ: әрқайсысы аяқталуынан бұрын және алдыңғысынан кейін басталуы керек; түн ортасынан тек соңғысы ғана аса алады.`,
  hoursOverlap: ({ text }) => `\`${text}\` ішіндегі аралықтар қабаттасады.`,
  hoursPastMidnight: ({ day, next }) =>
    `\`${day}\` күнінің жұмыс уақыты түн ортасынан асып, \`${next}\` күнінің жұмыс уақытына енеді.`,
  noProductionCalendar: ({ id, known }) => `\`${id}\` өндірістік күнтізбесі жоқ; барлары: ${list(known)}.`,
};
