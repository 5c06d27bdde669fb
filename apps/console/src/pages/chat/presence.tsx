import { useHotline } from '../../app/hotline-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { nearMoment } from '../../time/format.ts';
import { platformNow } from '../../time/platform-clock.ts';
import { ClauseMark } from '../../ui/clause.tsx';
import styles from './chat.module.css';

interface Props {
  readonly isOpen: boolean;
  readonly opensAt: string;
  readonly clause: string | null | undefined;
}

/** Whether somebody answers now; outside the hours, when the chat opens, and that a message is taken all the same (kz-portal 30-10). */
export function Presence({ isOpen, opensAt, clause }: Props) {
  const { t, language } = useTexts();
  const { timeZone } = useHotline();
  const time = nearMoment(opensAt, platformNow(), timeZone, language);
  return (
    <p className={`${styles.presence} ${isOpen ? styles.open : ''}`}>
      <span className={styles.dot} aria-hidden />
      <span>{isOpen ? t('chat.open') : t('chat.closed', { time })}</span>
      <ClauseMark number={clause} />
    </p>
  );
}
