import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { PromiseMade } from '../../api/types.ts';
import { useHotline } from '../../app/hotline-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ClauseMark } from '../../ui/clause.tsx';
import { Fault, Loading } from '../../ui/states.tsx';
import styles from './operator.module.css';

/** What to say to the caller now: by when, on which clause, and that they can file without calling. */
export function TellCaller({ category, clientCategory }: { category: string; clientCategory: string }) {
  const { t, language } = useTexts();
  const hotline = useHotline();
  const promises = useQuery({
    queryKey: ['promises', category, clientCategory, language],
    queryFn: () =>
      api.post<PromiseMade[]>('/intake/promises', {
        category,
        channel: 'phone',
        ...(clientCategory === '' ? {} : { clientCategory }),
      }),
    enabled: category !== '',
    staleTime: 5_000,
    refetchInterval: 60_000,
  });
  const outOfScope = hotline.categories.find((one) => one.id === category)?.outOfScope;
  return (
    <aside className={styles.tell} aria-live="polite" aria-label={t('operator.tell')}>
      <h2>{t('operator.tell')}</h2>
      {category === '' ? <p className="muted">{t('operator.chooseFirst')}</p> : null}
      {promises.isLoading ? <Loading rows={1} height={48} /> : null}
      {promises.isError ? <Fault error={promises.error} onRetry={() => void promises.refetch()} /> : null}
      {outOfScope === null || outOfScope === undefined ? null : (
        <p>
          {t(outOfScope.vendor === null ? 'form.outOfScope' : 'form.outOfScopeVendor')}{' '}
          <ClauseMark number={outOfScope.clause} />
        </p>
      )}
      {promises.data?.map((promise) => (
        <p key={promise.rule} className={styles.deadline}>
          {promise.sentence} <ClauseMark number={promise.clause} />
        </p>
      ))}
      {category !== '' && promises.data?.length === 0 ? <p>{t('accepted.inOrder')}</p> : null}
      <p>{t('operator.reminder')}</p>
    </aside>
  );
}

/** The regulation's own words for a caller who is not verified, or not yet (kuty 2.2). */
export function TellUnverified() {
  const { t, say } = useTexts();
  const { verification } = useHotline();
  return (
    <aside className={styles.tell} aria-live="polite" aria-label={t('operator.tell')}>
      <h2>{t('operator.tell')}</h2>
      <p className={styles.deadline}>
        {say(verification?.otherwise)} <ClauseMark number={verification?.clause} />
      </p>
    </aside>
  );
}
