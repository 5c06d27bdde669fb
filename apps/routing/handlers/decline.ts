import { allow, type Decision, decideReason, refuse } from '@reglament/domain/request';
import { type Change, closing, type Scene } from './scene.ts';

/** Declines as out of scope, on a clause: that of the reason, else that of the category. */
export function decline(
  { work, next, regulation, by, now }: Scene,
  body: { readonly reason: string; readonly text?: string | undefined },
): Decision<Change> {
  const reason = decideReason(regulation, 'decline', body.reason, 'staff');
  if (!reason.ok) return reason;
  const clause = reason.value.clause ?? regulation.categories.get(work.category)?.outOfScope?.clause;
  if (clause === undefined)
    return refuse('nothing-to-decline-by', {
      ru: 'Для этой причины в регламенте не указан пункт, а отклонить можно только со ссылкой на пункт.',
      uk: 'Для цієї причини в регламенті не вказано пункту, а відхилити можна лише з посиланням на пункт.',
      kk: 'Бұл себеп үшін регламентте тармақ көрсетілмеген, ал тармаққа сілтемесіз қабылдамауға болмайды.',
      en: 'The regulation gives no clause for this reason, and a request is declined on a clause only.',
    });
  const text = body.text ?? null;
  return allow({
    patch: { status: next, ...closing(now) },
    detail: { reason: reason.value.id, clause },
    say: [
      { type: 'work.declined.v1', payload: { requestId: work.requestId, by, reason: reason.value.id, clause, text } },
    ],
  });
}
