import { Textarea, TextInput } from '@mantine/core';
import type { RefObject } from 'react';
import type { Language } from '../../api/types.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { weekdayName } from '../../time/format.ts';
import { ClauseMark } from '../../ui/clause.tsx';
import type { DraftBase } from './api.ts';
import styles from './what-if.module.css';

export interface DraftValues {
  /** Changed values by their way, joined with a line break: keys may hold dots. */
  readonly values: Readonly<Record<string, string>>;
  readonly text: string;
}

export const wayOf = (at: readonly string[]): string => at.join('\n');

/** `mon-fri` as a person reads it in their language. */
const daysIn = (days: string, language: Language): string =>
  days.replace(/[a-z]+/g, (day) =>
    /^(mon|tue|wed|thu|fri|sat|sun)$/.test(day) ? weekdayName(day, language, 'short') : day,
  );

interface Props {
  readonly base: DraftBase;
  readonly draft: DraftValues;
  readonly source: RefObject<HTMLTextAreaElement | null>;
  readonly onChange: (draft: DraftValues) => void;
}

/** What of the regulation would be otherwise: targets and hours as fields, the whole text below for everything else. */
export function DraftForm({ base, draft, source, onChange }: Props) {
  const { t, language } = useTexts();
  const field = (at: readonly string[], value: string) => ({
    value: draft.values[wayOf(at)] ?? value,
    'data-changed': (draft.values[wayOf(at)] ?? value) !== value || undefined,
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...draft, values: { ...draft.values, [wayOf(at)]: event.currentTarget.value } }),
  });
  return (
    <>
      <fieldset className={styles.group}>
        <legend>{t('whatIf.targets')}</legend>
        <div className={styles.fields}>
          {base.targets.map((target) => (
            <TextInput
              key={target.rule}
              label={
                <>
                  {target.name} <ClauseMark number={target.clause} plain />
                </>
              }
              {...field(target.at, target.value)}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{t('whatIf.hours')}</legend>
        <div className={styles.fields}>
          {base.hours.map((hours) => (
            <TextInput
              key={wayOf(hours.at)}
              label={t(hours.kind === 'open' ? 'whatIf.openHours' : 'whatIf.breakHours', {
                days: daysIn(hours.days, language),
              })}
              placeholder={hours.kind === 'break' ? t('whatIf.noBreak') : ''}
              {...field(hours.at, hours.value)}
            />
          ))}
        </div>
      </fieldset>
      <details className={styles.text}>
        <summary>{t('whatIf.text')}</summary>
        <Textarea
          ref={source}
          aria-label={t('whatIf.text')}
          autosize
          minRows={12}
          maxRows={28}
          spellCheck={false}
          classNames={{ input: styles.source ?? '' }}
          value={draft.text}
          onChange={(event) => onChange({ ...draft, text: event.currentTarget.value })}
        />
      </details>
    </>
  );
}
