import { useContext } from 'react';
import { HotlineContext } from '../app/hotline-context.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { dateTime } from '../time/format.ts';
import { useClockKind, useNow } from '../time/platform-clock.ts';
import styles from './clock-banner.module.css';

/** Says plainly that the platform’s clock is not the real one. Nothing is shown when it is. */
export function ClockBanner() {
  const { simulated, speed } = useClockKind();
  return simulated ? <SimulatedClock speed={speed} /> : null;
}

function SimulatedClock({ speed }: { speed: number }) {
  const hotline = useContext(HotlineContext);
  const { t, language } = useTexts();
  const now = useNow();
  const shown = dateTime(now, hotline?.timeZone ?? 'UTC', language);
  return (
    <aside className={styles.banner} aria-label={t('clockBanner.name')}>
      <strong>
        {speed === 1 ? t('clockBanner.shifted', { time: shown }) : t('clockBanner.fast', { time: shown, speed })}
      </strong>
      <span>{t('clockBanner.means')}</span>
    </aside>
  );
}
