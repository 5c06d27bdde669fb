import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useContext, useState } from 'react';
import type { RequestView } from '../../api/types.ts';
import { useHotline } from '../../app/hotline-context.ts';
import { mayEnter } from '../../app/places.ts';
import { SessionContext } from '../../app/session-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ClauseMark } from '../../ui/clause.tsx';
import { Moment } from '../../ui/moment.tsx';
import { BlockDialog } from './block-dialog.tsx';
import styles from './blocks.module.css';
import { useGround } from './use-ground.ts';

/** On the request: that whoever filed it is blocked, or the way to block them (kz-portal 30-19). Nothing where neither is. */
export function BlockCard({ request, className }: { request: RequestView; className: string | undefined }) {
  const { t } = useTexts();
  const { blocking } = useHotline();
  const mayBlock = mayEnter('/blocks', useContext(SessionContext)?.roles ?? []);
  const ground = useGround();
  const [asking, setAsking] = useState(false);
  const { block, requester } = request;
  const isKnown = requester.email !== null || requester.phone !== null;
  if (blocking === null || (block === null && !(mayBlock && isKnown))) return null;
  return (
    <section className={className}>
      <h2>
        {t('blocks.title')} <ClauseMark number={blocking.clause} />
      </h2>
      {block === null ? (
        <Button variant="default" size="sm" onClick={() => setAsking(true)}>
          {t('blocks.open')}
        </Button>
      ) : (
        <>
          <p style={{ margin: '0 0 8px' }} className={styles.sentence}>
            {t('blocks.until')} <Moment at={block.until} exact />. {ground(block)}{' '}
            <ClauseMark number={block.groundClause} />
          </p>
          <p className="muted" style={{ margin: 0 }}>
            {block.by}
            {mayBlock ? (
              <>
                {' · '}
                <Link to="/blocks">{t('blocks.toList')}</Link>
              </>
            ) : null}
          </p>
        </>
      )}
      {asking ? <BlockDialog request={request} onClose={() => setAsking(false)} /> : null}
    </section>
  );
}
