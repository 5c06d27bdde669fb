import type { Draft } from './draft.ts';
import type { CallRule, DiagnosisRule, Regulation, RemoteSessionRule } from './types.ts';
import { parseDuration } from './values.ts';

/** What the regulation says of the procedures of work; null where it has no such procedure. */
export function compileWorkProcedures(draft: Draft): {
  readonly remoteSessions: RemoteSessionRule | null;
  readonly diagnosis: DiagnosisRule | null;
  readonly guests: Regulation['guests'];
} {
  return {
    remoteSessions: compileSessions(draft),
    diagnosis: compileDiagnosis(draft),
    guests: compileGuests(draft),
  };
}

/** The words in which another telephone number is asked for. */
export function compileWrongNumber(draft: Draft): CallRule['wrongNumber'] {
  const rule = draft.file.calls?.wrongNumber;
  return rule === undefined
    ? null
    : { clause: rule.clause, ask: draft.text(rule.ask, ['calls', 'wrongNumber', 'ask']) };
}

function compileSessions(draft: Draft): RemoteSessionRule | null {
  const rule = draft.file.remoteSessions;
  if (rule === undefined) return null;
  return {
    clause: rule.clause,
    kinds: rule.kinds ?? [],
    tools: draft.named(rule.tools, ['remoteSessions', 'tools']),
    consents: draft.named(rule.consents, ['remoteSessions', 'consents']),
  };
}

function compileDiagnosis(draft: Draft): DiagnosisRule | null {
  const rule = draft.file.diagnosis;
  if (rule === undefined) return null;
  return {
    clause: rule.clause,
    steps: Object.entries(rule.steps).map(([id, step]) => ({
      id,
      name: draft.text(step.name, ['diagnosis', 'steps', id, 'name']),
      choices: draft.named(step.choices, ['diagnosis', 'steps', id, 'choices']),
    })),
    requires: new Map(Object.entries(rule.requires)),
  };
}

function compileGuests(draft: Draft): Regulation['guests'] {
  const rule = draft.file.guests;
  if (rule === undefined) return null;
  const validFor = parseDuration(rule.validFor);
  if (validFor?.unit === 'ms') return { clause: rule.clause, validFor: validFor.ms };
  draft.mistake(['guests', 'validFor'], 'guestsWithoutSpan');
  return null;
}
