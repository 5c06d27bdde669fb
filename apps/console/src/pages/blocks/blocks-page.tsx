import { useQuery } from '@tanstack/react-query';
import { useHotline } from '../../app/hotline-context.ts';
import layout from '../../app/layout.module.css';
import { useTexts } from '../../i18n/use-texts.ts';
import { ClauseMark } from '../../ui/clause.tsx';
import { PageHeading } from '../../ui/page.tsx';
import { Empty, Fault, Loading } from '../../ui/states.tsx';
import { blocksQuery } from './api.ts';
import styles from './blocks.module.css';
import { OneBlock } from './one-block.tsx';

/** Who is blocked, for what and until when; what they appealed; and taking it back (kz-portal 30-19). */
export function BlocksPage() {
  const { t } = useTexts();
  const { blocking } = useHotline();
  const blocks = useQuery({ ...blocksQuery(), enabled: blocking !== null });
  return (
    <main id="main" className={layout.main}>
      <PageHeading title={t('blocks.heading')}>
        <ClauseMark number={blocking?.clause} />
      </PageHeading>
      <div className={styles.list}>
        {blocking === null ? <Empty title={t('blocks.noRule')} /> : null}
        {blocking !== null && blocks.isPending ? <Loading rows={3} height={120} /> : null}
        {blocks.isError ? <Fault error={blocks.error} onRetry={() => void blocks.refetch()} /> : null}
        {blocks.data?.length === 0 ? (
          <Empty title={t('blocks.none')}>
            <p className="muted">{t('blocks.noneHow')}</p>
          </Empty>
        ) : null}
        {blocks.data?.map((block) => (
          <OneBlock key={block.blockId} block={block} />
        ))}
      </div>
    </main>
  );
}
