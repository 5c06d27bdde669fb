import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../../i18n/use-texts.ts';
import { count } from '../../time/format.ts';
import { ClauseMark } from '../../ui/clause.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Fault, Loading } from '../../ui/states.tsx';
import { type Erasure, erasuresQuery, traces } from './api.ts';
import styles from './erasures.module.css';

/** What was erased, when, by whom and why; nothing about the persons. */
export function Record() {
  const { t } = useTexts();
  const list = useQuery(erasuresQuery());
  return (
    <section aria-labelledby="erasure-record" style={{ marginTop: 36 }}>
      <h2 id="erasure-record">{t('erasures.record')}</h2>
      {list.isPending ? <Loading rows={2} /> : null}
      {list.isError && list.data === undefined ? (
        <Fault error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {list.data?.length === 0 ? <p className="muted">{t('erasures.noRecord')}</p> : null}
      <ul className={styles.record}>
        {list.data?.map((one) => (
          <Line key={one.erasureId} one={one} />
        ))}
      </ul>
    </section>
  );
}

function Line({ one }: { one: Erasure }) {
  const { t, language } = useTexts();
  const counted = (['requests', ...traces] as const)
    .filter((name) => one[name] > 0)
    .map((name) => `${t(`erasures.count.${name}`)}: ${count(one[name], language)}`);
  return (
    <li>
      <span>
        <Moment at={one.at} exact />,{' '}
        {one.because === 'demand' ? t('erasures.demand', { name: one.byName }) : t('erasures.term')}{' '}
        <ClauseMark number={one.clause} />
      </span>
      <span>{one.reason}</span>
      <span className="small muted">{counted.join(' · ')}</span>
    </li>
  );
}
