import { useSyncExternalStore } from 'react';
import { useTexts } from '../i18n/use-texts.ts';
import styles from './said.module.css';
import { currentSayings, hush, onSaying } from './say.ts';

/** The place where short sentences appear. A live region, always present, so that they are read out. */
export function Said() {
  const { t } = useTexts();
  const sayings = useSyncExternalStore(onSaying, currentSayings);
  return (
    <section className={styles.place} aria-live="polite" aria-label={t('state.announcements')}>
      {sayings.map((saying) => (
        <div key={saying.id} className={`${styles.line} ${saying.tone === 'refused' ? styles.refused : ''}`}>
          <span>{saying.text}</span>
          {saying.action === undefined ? null : (
            <button
              type="button"
              onClick={() => {
                saying.action?.run();
                hush(saying.id);
              }}
            >
              {saying.action.label}
            </button>
          )}
        </div>
      ))}
    </section>
  );
}
