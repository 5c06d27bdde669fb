import { useTexts } from '../../i18n/use-texts.ts';
import type { Difference } from './api.ts';
import styles from './regulation.module.css';

/** What is different, clause by clause, in sentences. */
export function Differences({ differences }: { differences: readonly Difference[] }) {
  const { t } = useTexts();
  if (differences.length === 0) return <p className="muted">{t('regulation.same')}</p>;
  return (
    <div className={styles.differences}>
      {differences.map(({ clause, sentences }) => (
        <div key={clause ?? ''}>
          <strong>{clause === null ? t('regulation.noClause') : t('clause', { number: clause })}</strong>
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      ))}
    </div>
  );
}
