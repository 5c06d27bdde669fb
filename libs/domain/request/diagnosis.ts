import type { DiagnosisRule, Language, Regulation } from '../regulation/types.ts';
import { allow, type Decision, inLanguage, refuse } from './outcome.ts';
import { unknownChoice } from './remote-session.ts';

/** One step of a diagnosis as it is recorded: what was found in words, and a choice where the step has choices. */
export interface DiagnosisStep {
  readonly step: string;
  readonly choice: string | null;
  readonly text: string | null;
}

/** Lets a step be recorded that the regulation knows, with something in it (edoc 13). */
export function decideStep(rule: DiagnosisRule, asked: DiagnosisStep): Decision<DiagnosisStep> {
  const { clause } = rule;
  const step = rule.steps.find(({ id }) => id === asked.step);
  const text = asked.text?.trim() || null;
  if (step === undefined)
    return refuse(
      'unknown-step',
      {
        ru: 'Такого шага в регламенте нет.',
        uk: 'Такого кроку в регламенті немає.',
        kk: 'Регламентте мұндай қадам жоқ.',
        en: 'The regulation has no such step.',
      },
      { clause, data: { steps: rule.steps.map(({ id }) => id) } },
    );
  if (step.choices.length > 0 && !step.choices.some(({ id }) => id === asked.choice))
    return unknownChoice(step.choices, clause);
  if (step.choices.length === 0 && text === null) return incomplete(rule, [step.id], 'ru');
  return allow({ step: step.id, choice: step.choices.length > 0 ? asked.choice : null, text });
}

/** The steps that a request of this kind still lacks, in the order of the regulation. */
export const missingSteps = (rule: DiagnosisRule | null, kind: string, done: ReadonlySet<string>): string[] => {
  const required = rule?.requires.get(kind) ?? [];
  return (rule?.steps ?? []).map(({ id }) => id).filter((id) => required.includes(id) && !done.has(id));
};

/** Refuses to resolve a request whose diagnosis lacks a step, naming every one. */
export function decideDiagnosed(
  { diagnosis, languages }: Pick<Regulation, 'diagnosis' | 'languages'>,
  kind: string,
  done: ReadonlySet<string>,
): Decision<null> {
  const missing = missingSteps(diagnosis, kind, done);
  return diagnosis === null || missing.length === 0 ? allow(null) : incomplete(diagnosis, missing, languages[0]);
}

function incomplete(rule: DiagnosisRule, missing: readonly string[], first: Language) {
  const names = (language: Language): string =>
    rule.steps
      .filter(({ id }) => missing.includes(id))
      .map(({ name }) => `«${inLanguage(name, language, first)}»`)
      .join(', ');
  return refuse(
    'diagnosis-incomplete',
    {
      ru: `Сначала запишите диагностику. Не хватает: ${names('ru')}.`,
      uk: `Спершу запишіть діагностику. Бракує: ${names('uk')}.`,
      kk: `Алдымен анықтау қадамдарын жазыңыз. Жетіспейді: ${names('kk')}.`,
      en: `Record the diagnosis first. Still missing: ${names('en')}.`,
    },
    { clause: rule.clause, data: { missing } },
  );
}
