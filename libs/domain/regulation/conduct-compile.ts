import type { Draft } from './draft.ts';
import type { ComplaintRule, ConductRules } from './types.ts';
import { parseDuration } from './values.ts';

/** The procedures as data, or null where the regulation has none. */
export function compileConduct(draft: Draft): ConductRules | null {
  const { conduct: entry } = draft.file;
  if (entry === undefined) return null;
  return {
    addressees: Object.entries(entry.addressees).map(([name, addressee]) => ({
      id: name,
      name: draft.text(addressee.name, ['conduct', 'addressees', name, 'name']),
      email: addressee.email ?? null,
    })),
    procedures: Object.entries(entry.procedures).map(([name, procedure]) => ({
      id: name,
      clause: procedure.clause,
      name: draft.text(procedure.name, ['conduct', 'procedures', name, 'name']),
      by: procedure.by,
      steps: procedure.steps.map((step) => {
        const within = step.within === undefined ? undefined : parseDuration(step.within);
        return {
          do: step.do,
          duty: step.duty,
          to: step.to ?? null,
          within: within?.unit === 'ms' ? within.ms : null,
          reason: step.reason ?? null,
          ground: step.ground ?? false,
        };
      }),
    })),
  };
}

/** Who hears complaints about the support; null where the regulation knows no such complaint. */
export function compileComplaints(draft: Draft): ComplaintRule | null {
  const entry = draft.file.complaints;
  if (entry === undefined) return null;
  return { clause: entry.clause, name: draft.text(entry.to.name, ['complaints', 'to', 'name']), email: entry.to.email };
}

/** Names must exist, a step that informs says whom, and a procedure has something to do. */
export function checkConduct(draft: Draft): void {
  const { conduct: entry, reasons } = draft.file;
  for (const [name, procedure] of Object.entries(entry?.procedures ?? {})) {
    const path = ['conduct', 'procedures', name];
    if (procedure.steps.length === 0) draft.mistake(path, 'procedureWithoutSteps');
    for (const [i, step] of procedure.steps.entries()) {
      const at = [...path, 'steps', i];
      const tells = step.do === 'inform' || step.do === 'disclose';
      if (tells && step.to === undefined) draft.mistake(at, 'stepWithoutTo', { step: step.do });
      if (!tells && step.to !== undefined) draft.mistake(at, 'stepWithTo', { step: step.do });
      draft.refer(step.to, entry?.addressees, 'addressee', [...at, 'to']);
      draft.refer(step.reason, reasons, 'reason', [...at, 'reason']);
      if (step.within !== undefined && parseDuration(step.within)?.unit !== 'ms') {
        draft.mistake([...at, 'within'], 'stepWithoutSpan');
      }
    }
  }
}
