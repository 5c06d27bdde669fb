import type { Calendar } from '../calendar/types.ts';
import type { Instant } from '../time/index.ts';
import { allow, type Decision, refuse } from './outcome.ts';
import { momentPassed } from './postponement.ts';

/** How an agent names a deadline: a moment, or so many minutes of working time from now. */
export type DeadlineAsked =
  | { readonly kind: 'moment'; readonly at: Instant }
  | { readonly kind: 'working'; readonly minutes: number };

/**
 * The deadline that the responsible agent sets (initiative 2.6). The first one is simply recorded; changing it needs a reason,
 * kept in the history. `previous` is the deadline in force, null when there is none; `clause` is that of the deadline's clock.
 */
export function decideDeadline(
  asked: DeadlineAsked,
  {
    previous,
    note,
    now,
    calendar,
    clause,
  }: {
    readonly previous: Instant | null;
    readonly note: string | null;
    readonly now: Instant;
    readonly calendar: Pick<Calendar, 'add'>;
    readonly clause: string | null;
  },
): Decision<{ readonly dueAt: Instant }> {
  const dueAt = asked.kind === 'moment' ? asked.at : calendar.add(now, asked.minutes * 60_000);
  if (dueAt <= now) return momentPassed(clause);
  if (previous === dueAt)
    return refuse(
      'same-deadline',
      {
        ru: 'Этот срок уже назначен.',
        uk: 'Цей строк уже призначено.',
        kk: 'Бұл мерзім белгіленіп қойған.',
        en: 'That is the deadline already.',
      },
      { clause },
    );
  if (previous !== null && (note ?? '').trim() === '')
    return refuse(
      'deadline-needs-reason',
      {
        ru: 'Срок меняют только с указанием причины: она останется в истории обращения.',
        uk: 'Строк змінюють лише із зазначенням причини: вона залишиться в історії звернення.',
        kk: 'Мерзім тек себебі көрсетіліп өзгертіледі: ол өтініштің тарихында қалады.',
        en: 'A deadline is changed only with a reason, which stays in the history of the request.',
      },
      { clause },
    );
  return allow({ dueAt });
}
