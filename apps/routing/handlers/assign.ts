import { allow, type Decision, refuse } from '@reglament/domain/request';
import { proposeAgent } from '@reglament/domain/routing';
import { type AgentRow, readAgents } from '../store/agents.ts';
import type { WorkRow } from '../store/work.ts';
import type { Change, Scene } from './scene.ts';

/** Gives the request to an agent: the first time, or to another one. */
export async function assign(scene: Scene, body: { readonly agentId: string }): Promise<Decision<Change>> {
  const { work, regulation, tx } = scene;
  const agents = await readAgents(tx);
  const agent = agents.find((each) => each.staffId === body.agentId);
  if (agent === undefined)
    return refuse('unknown-agent', {
      ru: 'Такого сотрудника нет, или он сейчас не работает с обращениями.',
      uk: 'Такого працівника немає, або він зараз не працює зі зверненнями.',
      kk: 'Мұндай қызметкер жоқ немесе ол қазір өтініштермен жұмыс істемейді.',
      en: 'There is no such member of staff, or they are not working on requests now.',
    });
  if (agent.staffId === work.agentId) return alreadyTheirs(agent.name);
  const proposed = proposeAgent({
    request: work,
    agents: agents.filter(answers),
    loads: new Map(agents.map((each) => [each.staffId, each.open])),
    regulation,
  });
  const reason =
    proposed?.agentId === agent.staffId
      ? proposed.reason
      : { kind: 'chosen' as const, sentence: chosen[regulation.languages[0]](scene.by.name), clause: null };
  return allow(assignment(scene, { id: agent.staffId, name: agent.name }, reason));
}

/** Agents are proposed; a moderator may be chosen, but never by the rule. */
export const answers = (agent: AgentRow): boolean => agent.roles.includes('agent');

export const alreadyTheirs = (name: string): Decision<never> =>
  refuse('same-agent', {
    ru: `Обращение уже у этого сотрудника: ${name}.`,
    uk: `Звернення вже в цього працівника: ${name}.`,
    kk: `Өтініш осы қызметкерде: ${name}.`,
    en: `${name} has the request already.`,
  });

const chosen = {
  ru: (name: string) => `Исполнителя выбрал модератор: ${name}.`,
  uk: (name: string) => `Виконавця обрав модератор: ${name}.`,
  kk: (name: string) => `Орындаушыны модератор таңдады: ${name}.`,
  en: (name: string) => `Chosen by the moderator: ${name}.`,
} as const;

interface Why {
  readonly kind: 'chosen' | 'taken' | 'proposed';
  readonly sentence: string;
  readonly clause: string | null;
}

/** The change that every way of assigning comes to. A request that waits, or is with the vendor, stays so in new hands. */
export function assignment(scene: Scene, agent: { readonly id: string; readonly name: string }, reason: Why): Change {
  const { work, next, by, now } = scene;
  const previous: WorkRow['agentId'] = work.agentId;
  return {
    patch: { status: next, agentId: agent.id, agentName: agent.name, assignedBy: by.id, assignedAt: now },
    detail: { agent, reason, previous: previous === null ? null : { id: previous, name: work.agentName } },
    say: [
      {
        type: 'work.assigned.v1',
        payload: {
          requestId: work.requestId,
          agent: { kind: 'staff', ...agent },
          by,
          reason,
          previousAgentId: previous,
        },
      },
    ],
  };
}
