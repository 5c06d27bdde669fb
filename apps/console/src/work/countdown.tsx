import { useHotline, useNames } from '../app/hotline-context.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { clockFace, remaining } from '../time/countdown.ts';
import { nearMoment } from '../time/format.ts';
import { useNow } from '../time/platform-clock.ts';
import styles from './countdown.module.css';
import { pressingClock } from './pressing.ts';
import type { ClockItem } from './types.ts';

/** Beyond this a moment of the day says more than hours and minutes to go. */
const countedDown = 6 * 3600;

/** The most pressing clock of a request, ticking by the platform's clock. */
export function Countdown({ clocks, withName = true }: { clocks: readonly ClockItem[]; withName?: boolean }) {
  const { t } = useTexts();
  const names = useNames();
  const clock = pressingClock(clocks);
  if (clock === undefined) return null;
  if (clock.state !== 'running' || clock.dueAt === null) {
    return (
      <span className={`${styles.clock} ${styles.paused}`}>
        <span className={styles.face}>{t('clock.paused')}</span>
        {withName ? <span className={`${styles.name} clock-name`}>{names.clock(clock.rule)}</span> : null}
      </span>
    );
  }
  return <Ticking clock={clock} dueAt={clock.dueAt} name={withName ? names.clock(clock.rule) : ''} />;
}

function Ticking({ clock, dueAt, name }: { clock: ClockItem; dueAt: string; name: string }) {
  const { t, language } = useTexts();
  const { timeZone } = useHotline();
  const now = useNow();
  const left = remaining(now, Date.parse(dueAt), clock.warnAt === null ? null : Date.parse(clock.warnAt));
  // Before the warning, a warning announced by the service still counts: the moments may have changed since.
  const tone = left.tone === 'normal' && clock.warned ? 'warned' : left.tone;
  const far = Math.abs(left.seconds) > countedDown;
  const face = far ? nearMoment(dueAt, now, timeZone, language) : clockFace(left.seconds);
  return (
    <span className={`${styles.clock} ${styles[tone]}`} data-tone={tone}>
      <span className={styles.face} role="timer" aria-live="off">
        {face}
      </span>
      <span className={`${styles.name} clock-name`}>
        {tone === 'expired' && name !== '' ? t('clock.expired', { name }) : name}
      </span>
    </span>
  );
}
