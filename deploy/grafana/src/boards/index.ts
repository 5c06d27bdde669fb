import type { Board } from '../board.ts';
import { channels } from './channels.ts';
import { employees } from './employees.ts';
import { hotlineToday } from './hotline-today.ts';
import { managersMonth } from './managers-month.ts';
import { moderatorsWall } from './moderators-wall.ts';
import { operations } from './operations.ts';
import { promises } from './promises.ts';
import { questions } from './questions.ts';

/** Every dashboard, in the order in which a reader meets them. */
export const boards: readonly Board[] = [
  hotlineToday,
  moderatorsWall,
  managersMonth,
  promises,
  questions,
  channels,
  employees,
  operations,
];
