import { allow, type Decision, refuse } from '@reglament/domain/request';
import { type Change, queuedAgain, type Scene } from './scene.ts';
import { undoUntil } from './view.ts';

/** Takes an assignment back into the queue: only the one who made it, only for a short time, and on the record. */
export function unassign({ work, next, by, now }: Scene): Decision<Change> {
  const until = undoUntil(work, by.id);
  if (until === null || now >= until)
    return refuse('undo-too-late', {
      ru: 'Вернуть в очередь может только тот, кто назначил, и только в первые две минуты. Обращение можно назначить другому сотруднику.',
      uk: 'Повернути в чергу може лише той, хто призначив, і лише в перші дві хвилини. Звернення можна призначити іншому працівникові.',
      kk: 'Кезекке тек тағайындаған адам және тек алғашқы екі минутта қайтара алады. Өтінішті басқа қызметкерге тағайындауға болады.',
      en: 'Only the one who assigned it can put it back, and only in the first two minutes. It may be assigned to somebody else.',
    });
  return allow({
    patch: { status: next, agentId: null, agentName: null, assignedBy: null, assignedAt: null, queuedAt: now },
    detail: { previous: { id: work.agentId, name: work.agentName } },
    say: [queuedAgain(work)],
  });
}
