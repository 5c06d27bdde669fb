import { list } from '../values.ts';

export interface Written {
  readonly text: string;
}

/** Working hours and days. */
export const calendar = {
  noWorkingHours: () => 'The hotline has no working hours at all.',
  hoursTwice: ({ day }: { day: string }) => `The hours of \`${day}\` are set twice.`,
  hoursUnreadable: ({ text }: Written) =>
    `\`${text}\` are not hours; write them as \`09:00-18:00\`, as \`09:00-13:00, 14:00-18:00\`, as \`24/7\`, or \`closed\`.`,
  hoursOutOfOrder: ({ text }: Written) =>
    `The intervals of \`${text}\` are out of order: each must begin before it ends and after the one before it; only the last may pass midnight.`,
  hoursOverlap: ({ text }: Written) => `The intervals of \`${text}\` overlap.`,
  hoursPastMidnight: ({ day, next }: { day: string; next: string }) =>
    `The hours of \`${day}\` go on past midnight into the hours of \`${next}\`.`,
  noProductionCalendar: ({ id, known }: { id: string; known: readonly string[] }) =>
    `There is no production calendar \`${id}\`; there are: ${list(known)}.`,
};
