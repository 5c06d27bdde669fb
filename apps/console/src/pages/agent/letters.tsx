import type { LetterSent } from '../../api/types.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Moment } from '../../ui/moment.tsx';
import styles from './agent.module.css';

/** The letters written to the requester, and whether each has left. */
export function Letters({ letters }: { letters: readonly LetterSent[] }) {
  const { t } = useTexts();
  if (letters.length === 0) return null;
  return (
    <section className={styles.card}>
      <h2>{t('request.letters')}</h2>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 10 }}>
        {letters.map((letter) => (
          <li key={letter.letterId}>
            {letter.subject}
            <div className="small muted">
              {t(`letter.${letter.status}`)}, <Moment at={letter.sentAt ?? letter.createdAt} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
