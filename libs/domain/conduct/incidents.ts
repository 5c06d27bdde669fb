import type { Procedure, ProcedureStep, Regulation } from '../regulation/types.ts';
import { allow, type Decision, refuse } from '../request/outcome.ts';
import type { Instant } from '../time/index.ts';

/** How a step was done; whoever did it and when is added by the shell. */
export interface StepRecord {
  /** By letter of the platform where the addressee has an address; else as staff say. */
  readonly how: 'letter' | 'phone' | 'in-person' | null;
  /** The number under which the other side registered it. */
  readonly number: string | null;
  /** On what ground something was disclosed (kz-portal 30-14). */
  readonly ground: string | null;
  readonly note: string | null;
}

export interface IncidentStep extends Omit<ProcedureStep, 'within'> {
  readonly dueAt: Instant | null;
  readonly done: (StepRecord & { readonly at: Instant; readonly by: string }) | null;
}

/** The procedure under this id, or which ones there are. */
export function decideProcedure(regulation: Regulation, id: string): Decision<Procedure> {
  const all = regulation.conduct?.procedures ?? [];
  const found = all.find((procedure) => procedure.id === id);
  if (found !== undefined) return allow(found);
  return refuse(
    'unknown-procedure',
    {
      ru: 'Такого порядка действий в регламенте нет.',
      uk: 'Такого порядку дій у регламенті немає.',
      kk: 'Регламентте мұндай әрекет тәртібі жоқ.',
      en: 'The regulation has no such procedure.',
    },
    { data: { procedures: all.map((procedure) => procedure.id) } },
  );
}

/** The steps of an incident that begins `now`; a step is due by elapsed time, since threats do not wait for office hours. */
export const stepsFrom = (procedure: Procedure, now: Instant): IncidentStep[] =>
  procedure.steps.map(({ within, ...step }) => ({
    ...step,
    dueAt: within === null ? null : ((now + within) as Instant),
    done: null,
  }));

/** A `must` that should have been done by now (kuty 3.2, 3.4). */
export const isOverdue = (step: IncidentStep, now: Instant): boolean =>
  step.duty === 'must' && step.done === null && step.dueAt !== null && step.dueAt < now;

/** Lets a step be recorded once, with its ground and with how the addressee was told; a letter is sent where an address is known. */
export function decideStep(
  regulation: Regulation,
  step: IncidentStep | undefined,
  record: StepRecord,
): Decision<StepRecord> {
  if (step === undefined || step.done !== null)
    return refuse('step-done', {
      ru: 'Этот шаг уже отмечен или его нет.',
      uk: 'Цей крок уже позначено або його немає.',
      kk: 'Бұл қадам белгіленіп қойған немесе жоқ.',
      en: 'This step is already done, or there is none.',
    });
  if (step.ground && record.ground === null)
    return refuse('ground-missing', {
      ru: 'Укажите основание, по которому сведения передаются.',
      uk: 'Вкажіть підставу, на якій передаються відомості.',
      kk: 'Мәліметтің қандай негізде берілетінін көрсетіңіз.',
      en: 'Say on what ground it is disclosed.',
    });
  const addressee = regulation.conduct?.addressees.find(({ id }) => id === step.to);
  if (addressee === undefined) return allow({ ...record, how: null });
  if (addressee.email !== null) return allow({ ...record, how: 'letter' });
  if (record.how === 'phone' || record.how === 'in-person') return allow(record);
  return refuse('how-missing', {
    ru: 'Укажите, как об этом сообщили: по телефону или лично.',
    uk: 'Вкажіть, як про це повідомили: телефоном чи особисто.',
    kk: 'Бұл туралы қалай хабарланғанын көрсетіңіз: телефонмен немесе жеке.',
    en: 'Say how they were told: by telephone or in person.',
  });
}

/** An incident is closed once nothing that must be done is left. */
export function decideClosing(steps: readonly IncidentStep[]): Decision<null> {
  const left = steps.flatMap((step, i) => (step.duty === 'must' && step.done === null ? [i] : []));
  if (left.length === 0) return allow(null);
  return refuse(
    'steps-left',
    {
      ru: 'Закрыть нельзя: не сделаны обязательные шаги.',
      uk: 'Закрити не можна: не зроблено обов’язкові кроки.',
      kk: 'Жабуға болмайды: міндетті қадамдар орындалмаған.',
      en: 'It cannot be closed: steps that must be done are left.',
    },
    { data: { steps: left } },
  );
}
