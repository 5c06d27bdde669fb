import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { hotlinesQuery } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { PageHeading } from '../../ui/page.tsx';
import { Empty, Fault, Loading } from '../../ui/states.tsx';
import styles from './public.module.css';

/** Every hotline of the platform, open or closed: the way to each one’s form. */
export function HotlinesPage() {
  const { t, say } = useTexts();
  const hotlines = useQuery(hotlinesQuery());
  return (
    <>
      <PageHeading title={t('home.title')} />
      <p className={styles.welcome}>{t('home.about')}</p>
      {hotlines.isPending ? <Loading rows={5} height={64} /> : null}
      {hotlines.isError ? <Fault error={hotlines.error} onRetry={() => void hotlines.refetch()} /> : null}
      {hotlines.data?.length === 0 ? <Empty title={t('home.none')} /> : null}
      {hotlines.data === undefined ? null : (
        <ul className={styles.list}>
          {hotlines.data.map((hotline) => (
            <li key={hotline.tenant} lang={hotline.languages[0]}>
              <Link to="/h/$tenant" params={{ tenant: hotline.tenant }} className={styles.hotline}>
                <span>
                  <span className={styles.hotlineName}>{say(hotline.organisation)}</span>
                  <br />
                  <span className="muted">{say(hotline.name)}</span>
                </span>
                {hotline.isOpen === undefined ? null : (
                  <span className={`${styles.hours} ${hotline.isOpen ? styles.open : ''}`}>
                    <span className={styles.dot} aria-hidden />
                    {hotline.isOpen ? t('hours.open') : t('hours.closed')}
                  </span>
                )}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
