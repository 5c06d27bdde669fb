import { Tooltip } from '@mantine/core';
import { useContext } from 'react';
import { HotlineContext } from '../app/hotline-context.ts';
import { useTexts } from '../i18n/use-texts.ts';
import styles from './clause.module.css';

/** The clause something stands on. Its wording is shown on hover and on focus; `plain` inside things that are controls themselves. */
export function ClauseMark({ number, plain = false }: { number: string | null | undefined; plain?: boolean }) {
  const hotline = useContext(HotlineContext);
  const { t, say } = useTexts();
  if (number === null || number === undefined || number === '') return null;
  const wording = say(hotline?.clauses.find((clause) => clause.number === number)?.text);
  const label = t('clause', { number });
  if (wording === '' || plain) return <span className={styles.clause}>{label}</span>;
  return (
    <Tooltip label={<span className="written">{wording}</span>}>
      <button type="button" className={styles.clause} aria-label={`${label}: ${wording}`}>
        {label}
      </button>
    </Tooltip>
  );
}
