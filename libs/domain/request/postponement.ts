import type { Reason, Regulation } from '../regulation/types.ts';
import type { Instant } from '../time/index.ts';
import { decideReason } from './decide.ts';
import { allow, type Decision, refuse } from './outcome.ts';

/** Until when work is put off: until a moment, until the requester writes, or whichever comes first. */
export interface Postponement {
  readonly reason: Reason;
  readonly until: Instant | null;
  readonly untilReply: boolean;
}

/**
 * Postponing needs a reason of the regulation and an end (edoc 9): work that is put off for no stated time is forgotten.
 * Refuses a moment that is not ahead of `now`.
 */
export function decidePostponement(
  regulation: Regulation,
  asked: { readonly reason: string; readonly until: Instant | null; readonly untilReply: boolean },
  now: Instant,
): Decision<Postponement> {
  const reason = decideReason(regulation, 'postpone', asked.reason, 'staff');
  if (!reason.ok) return reason;
  const { clause } = reason.value;
  if (asked.until === null && !asked.untilReply)
    return refuse(
      'postponed-without-end',
      {
        ru: 'Укажите, до какого момента отложить обращение, или что работа продолжится, когда заявитель напишет.',
        uk: 'Вкажіть, до якого моменту відкласти звернення, або що робота продовжиться, коли заявник напише.',
        kk: 'Өтінішті қай уақытқа дейін кейінге қалдыратыныңызды немесе өтініш иесі жазғанда жұмыс жалғасатынын көрсетіңіз.',
        en: 'Say until when the request is postponed, or that work goes on when the requester writes.',
      },
      { clause },
    );
  if (asked.until !== null && asked.until <= now) return momentPassed(clause);
  return allow({ reason: reason.value, until: asked.until, untilReply: asked.untilReply });
}

/** A moment was named that is not ahead. */
export const momentPassed = (clause: string | null) =>
  refuse(
    'moment-passed',
    {
      ru: 'Этот момент уже прошёл. Назовите время впереди.',
      uk: 'Цей момент уже минув. Назвіть час попереду.',
      kk: 'Бұл сәт өтіп кетті. Алдағы уақытты көрсетіңіз.',
      en: 'That moment has passed. Name a time ahead.',
    },
    { clause },
  );
