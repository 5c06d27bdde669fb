import { useHotline } from '../../app/hotline-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { nearMoment, weekdayName } from '../../time/format.ts';
import { platformNow } from '../../time/platform-clock.ts';
import styles from './public.module.css';

/** Telephone number, open or closed, working hours, mail: what one looks for first. */
export function HotlineFacts() {
  const { t, language } = useTexts();
  const hotline = useHotline();
  const { timeZone } = hotline;
  const near = (at: string) => nearMoment(at, platformNow(), timeZone, language);
  const phone = hotline.channels.find((one) => one.channel === 'phone');
  return (
    <dl className={styles.facts}>
      {hotline.phone === null ? null : (
        <div>
          <dt>{t('facts.phone')}</dt>
          <dd>
            <a className={styles.phone} href={`tel:${hotline.phone.replace(/[^+\d]/g, '')}`}>
              {hotline.phone}
            </a>
          </dd>
        </div>
      )}
      <div>
        <dt>{t('facts.now')}</dt>
        <dd className={`${styles.hours} ${hotline.isOpen ? styles.open : ''}`}>
          <span className={styles.dot} aria-hidden />
          {hotline.isOpen
            ? t('hours.until', { time: near(hotline.closesAt) })
            : t('hours.opens', { time: near(hotline.opensAt) })}
        </dd>
      </div>
      <div>
        <dt>{t('facts.hours')}</dt>
        <dd className={styles.week}>
          {hotline.hours.map(({ days, intervals }) => (
            <Days key={days.join()} days={days} intervals={intervals} />
          ))}
        </dd>
      </div>
      {hotline.email === null ? null : (
        <div>
          <dt>{t('facts.email')}</dt>
          <dd>
            <a href={`mailto:${hotline.email}`}>{hotline.email}</a>
          </dd>
        </div>
      )}
      {phone !== undefined && !phone.open ? <NoCalls /> : null}
    </dl>
  );
}

function Days({ days, intervals }: { days: readonly string[]; intervals: readonly { from: string; to: string }[] }) {
  const { t, language } = useTexts();
  const first = days[0] ?? 'mon';
  const last = days[days.length - 1] ?? first;
  const name = (day: string) => weekdayName(day, language, 'short');
  return (
    <>
      <span>{days.length > 2 ? `${name(first)} – ${name(last)}` : days.map(name).join(', ')}</span>
      <span>
        {intervals.length === 0 ? t('hours.dayOff') : intervals.map(({ from, to }) => `${from}–${to}`).join(', ')}
      </span>
    </>
  );
}

function NoCalls() {
  const { t, say } = useTexts();
  const refusal = useHotline().channels.find((one) => one.channel === 'phone');
  return (
    <div>
      <dt>{t('facts.noCalls')}</dt>
      <dd>
        {say(refusal?.refusal)} <span className="muted">{t('clause', { number: refusal?.clause ?? '' })}</span>
      </dd>
    </div>
  );
}
