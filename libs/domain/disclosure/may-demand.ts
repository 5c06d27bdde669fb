import type { DisclosureRule } from '../regulation/types.ts';

/** Only whom the regulation names may demand a package, whatever else they may do here (kuty 1.3). */
export const mayDemand = (rule: DisclosureRule, roles: readonly string[]): boolean => roles.includes(rule.role);
