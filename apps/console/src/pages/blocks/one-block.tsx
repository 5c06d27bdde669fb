import { Badge, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { ClauseMark } from '../../ui/clause.tsx';
import { Moment } from '../../ui/moment.tsx';
import type { Block } from './api.ts';
import styles from './blocks.module.css';
import { useGround } from './use-ground.ts';
import { type Decision, WordsDialog } from './words-dialog.tsx';

/** One block from beginning to end: who, for what, until when, the appeal and its answer. */
export function OneBlock({ block }: { block: Block }) {
  const { t } = useTexts();
  const ground = useGround();
  const [deciding, setDeciding] = useState<Decision | null>(null);
  const waits = block.appeal.state === 'waiting';
  const title = block.requesterName || t('blocks.erased');
  return (
    <article className={`${styles.block} ${waits ? styles.waits : ''}`} aria-label={title} data-block={block.state}>
      <div className={styles.head}>
        <h2>{title}</h2>
        <Badge variant="light" color={block.state === 'in-force' ? 'red' : 'gray'} tt="none" c="var(--ink)">
          {t(`blocks.state.${block.state}`)}
        </Badge>
      </div>
      <p className="muted">
        {block.contact === '' ? null : `${block.contact} · `}
        <Link to="/agent/$requestId" params={{ requestId: block.requestId }}>
          {block.numberSpoken}
        </Link>
      </p>
      <p>
        {ground(block)} <ClauseMark number={block.groundClause} />
      </p>
      {block.reason === '' ? null : <p className="written">{block.reason}</p>}
      <p className="muted">
        {block.blockedBy} · <Moment at={block.blockedAt} exact /> · {t('blocks.until')}{' '}
        <Moment at={block.until} exact />
      </p>
      <Appeal block={block} />
      {block.lifted === null ? null : (
        <>
          <p>
            {t('blocks.liftedBy', { name: block.lifted.by })} · <Moment at={block.lifted.at} exact />
          </p>
          {block.lifted.reason === '' || block.appeal.answer === 'lift' ? null : (
            <p className="written">{block.lifted.reason}</p>
          )}
        </>
      )}
      {block.state === 'in-force' ? (
        <div className={styles.actions}>
          {waits ? (
            <>
              <Button size="sm" onClick={() => setDeciding('appeal-lift')}>
                {t('blocks.decide.appeal-lift')}
              </Button>
              {block.appeal.mayUphold ? (
                <Button size="sm" variant="default" onClick={() => setDeciding('appeal-uphold')}>
                  {t('blocks.decide.appeal-uphold')}
                </Button>
              ) : (
                <span className="small muted">{t('blocks.ownBlock')}</span>
              )}
            </>
          ) : (
            <Button size="sm" variant="default" onClick={() => setDeciding('lift')}>
              {t('blocks.decide.lift')}
            </Button>
          )}
        </div>
      ) : null}
      {deciding === null ? null : <WordsDialog block={block} decision={deciding} onClose={() => setDeciding(null)} />}
    </article>
  );
}

function Appeal({ block: { appeal } }: { block: Block }) {
  const { t } = useTexts();
  if (appeal.at === null) return null;
  return (
    <section className={styles.appeal}>
      <h3>{t('blocks.appeal')}</h3>
      <p className="muted">
        <Moment at={appeal.at} exact />
      </p>
      {appeal.text ? <p className="written">{appeal.text}</p> : null}
      {appeal.answer === null ? null : (
        <>
          <p>{t(`blocks.answered.${appeal.answer}`, { name: appeal.answeredBy ?? '' })}</p>
          {appeal.answerText ? <p className="written">{appeal.answerText}</p> : null}
        </>
      )}
    </section>
  );
}
