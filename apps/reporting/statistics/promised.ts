import { isPromise } from '@reglament/domain/clock';
import type { Regulation } from '@reglament/domain/regulation';

/** Whether the support promises something by a rule. One of an earlier edition is not in this one any more; what it promised was promised. */
export function isPromised({ clocks }: Pick<Regulation, 'clocks'>, rule: string): boolean {
  const known = clocks.find(({ id }) => id === rule);
  return known === undefined || isPromise(known);
}
