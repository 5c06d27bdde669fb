import { useHotline } from '../app/hotline-context.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { dateTime, plainDate } from '../time/format.ts';
import { Moment } from '../ui/moment.tsx';
import type { FormerPromise } from './types.ts';

/** What was promised before a changed day, or a changed regulation, moved a deadline: when, to when, and why. */
export function FormerPromises({ former }: { former: readonly FormerPromise[] }) {
  const { t, language } = useTexts();
  const { timeZone } = useHotline();
  if (former.length === 0) return null;
  const at = (iso: string) => dateTime(iso, timeZone, language);
  const what = (hours: string | null) =>
    hours === null || hours === 'closed'
      ? t(hours === null ? 'regulation.day.calendar' : 'regulation.day.closed')
      : t('regulation.dayHours', { hours });
  return (
    <section aria-label={t('regulation.promisedBefore')} data-testid="former-promises">
      <h4 style={{ margin: '14px 0 4px' }}>{t('regulation.promisedBefore')}</h4>
      <ul style={{ margin: 0, paddingInlineStart: '1.2em' }}>
        {former.map((promise) => (
          <li key={`${promise.movedAt} ${promise.dueAt}`} className="small">
            {t('regulation.moved', { before: at(promise.dueAt), after: at(promise.becameDueAt) })}{' '}
            {promise.because.length === 0
              ? t('regulation.movedByText')
              : promise.because
                  .map(({ date, hours, reason }) =>
                    t('regulation.movedBy', { date: plainDate(date, language), what: what(hours), reason }),
                  )
                  .join(' ')}{' '}
            <span className="muted">
              {t('regulation.movedAt')} <Moment at={promise.movedAt} exact />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
