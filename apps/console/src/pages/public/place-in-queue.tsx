import type { RequestStatus } from '../../api/types.ts';
import { useHotline } from '../../app/hotline-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { nearMoment } from '../../time/format.ts';
import { platformNow } from '../../time/platform-clock.ts';
import { ClauseMark } from '../../ui/clause.tsx';
import styles from './requester.module.css';

/** Where a request stands among those who wait, and an honest guess at the time (kz-portal 30-9). */
export function PlaceInQueue({ place }: { place: NonNullable<RequestStatus['place']> }) {
  const { t, language } = useTexts();
  const { timeZone } = useHotline();
  const { estimate } = place;
  const near = (at: string) => nearMoment(at, platformNow(), timeZone, language);
  const ahead = place.place - 1;
  return (
    <section className={styles.place} aria-labelledby="place">
      <h2 id="place">{t('place.title')}</h2>
      <p className={styles.count} data-testid="place">
        {t('place.of', { place: place.place, waiting: place.waiting })}
      </p>
      <p>
        {ahead === 0 ? t('place.next') : t('place.ahead', { count: ahead })} <ClauseMark number={place.clause} />
      </p>
      <p>{guess()}</p>
      {estimate === null ? null : <p className="small muted">{t('place.basis', { count: estimate.answers })}</p>}
    </section>
  );

  function guess(): string {
    if (estimate === null) return t('place.none');
    const to = near(estimate.to);
    const from = near(estimate.from);
    return estimate.fromWorkMs === 0 || from === to ? t('place.by', { to }) : t('place.between', { from, to });
  }
}
