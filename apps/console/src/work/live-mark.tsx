import { useTexts } from '../i18n/use-texts.ts';
import { useLiveState } from './live.ts';
import styles from './live-mark.module.css';

/** Says whether the page is live. When it is not, what is shown may be old, and it says that. */
export function LiveMark() {
  const { t } = useTexts();
  const state = useLiveState();
  return (
    <span className={`${styles.mark} ${state === 'lost' ? styles.lost : ''}`} role="status" data-live={state}>
      <span className={styles.dot} aria-hidden />
      {t(`live.${state}`)}
    </span>
  );
}
