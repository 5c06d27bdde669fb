import { allow, type Decision } from '@reglament/domain/request';
import { alreadyTheirs, assignment } from './assign.ts';
import type { Change, Scene } from './scene.ts';

const taken = {
  ru: (name: string) => `Обращение взяли себе: ${name}.`,
  uk: (name: string) => `Звернення взяли собі: ${name}.`,
  kk: (name: string) => `Өтінішті өзіне алды: ${name}.`,
  en: (name: string) => `Taken by ${name}.`,
} as const;

/** The moderator solves it oneself. */
export function take(scene: Scene): Decision<Change> {
  const { work, by, regulation } = scene;
  if (work.agentId === by.id) return alreadyTheirs(by.name);
  const sentence = taken[regulation.languages[0]](by.name);
  return allow(assignment(scene, { id: by.id, name: by.name }, { kind: 'taken', sentence, clause: null }));
}
