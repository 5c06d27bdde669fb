import { type Status, transitionOf, type Verb } from '@reglament/domain/request';
import type { Deed } from './plan.ts';

const VERBS: Readonly<Record<Deed['do'], Verb>> = {
  assign: 'assign',
  reply: 'reply',
  ask: 'ask',
  'vendor-answer': 'vendor-answer',
  resolve: 'resolve',
  cancel: 'cancel',
  decline: 'decline',
  'hand-over': 'hand-over',
  call: 'log-call',
  reopen: 'reopen',
  answer: 'requester-answer',
  withdraw: 'withdraw',
};

/** Follows deeds through the platform's life cycle; the first that it forbids is returned, or null. */
export function forbiddenDeed(deeds: readonly Deed[]): string | null {
  let status: Status = 'queued';
  let isAssigned = false;
  for (const deed of deeds) {
    const row = transitionOf(status, VERBS[deed.do]);
    if (!row) return `${deed.do} from ${status}`;
    if (deed.do === 'assign') isAssigned = true;
    status = isAssigned ? row.to : (row.toUnassigned ?? row.to);
  }
  return null;
}
