import { Button } from '@mantine/core';
import { displayNumber } from '@reglament/domain/request';
import type { Text } from '../../api/types.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ClauseMark } from '../../ui/clause.tsx';
import { Moment } from '../../ui/moment.tsx';
import type { Account, FeedLine } from './api.ts';
import styles from './requester.module.css';

/** What happened since, newest first: answers, changes of status, and every change of the regulation (kz-portal 30-2). */
export function Feed({ account, onSeen }: { account: Account; onSeen: () => void }) {
  const { t } = useTexts();
  return (
    <section aria-labelledby="feed">
      <div className={styles.head}>
        <h2 id="feed">
          {t('mine.feed')} <ClauseMark number={account.clause} />
        </h2>
        {account.unread === 0 ? null : (
          <Button variant="subtle" size="compact-sm" onClick={onSeen}>
            {t('mine.markSeen', { count: account.unread })}
          </Button>
        )}
      </div>
      {account.feed.length === 0 ? <p className="muted">{t('mine.feedEmpty')}</p> : null}
      <ol className={styles.lines}>
        {account.feed.map((line) => (
          <li key={line.entryId} className={line.isNew ? styles.isNew : undefined}>
            <span className="small muted">
              <Moment at={line.at} /> {line.isNew ? <strong className={styles.mark}>{t('mine.new')}</strong> : null}
            </span>
            <Words line={line} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Words({ line: { kind, number, data } }: { line: FeedLine }) {
  const { t, say, word } = useTexts();
  if (kind === 'regulation') {
    const changes = say(data.changes as Text);
    return (
      <div>
        <span>{t('mine.line.regulation', { edition: String(data.edition) })} </span>
        <Moment at={String(data.inForceFrom)} exact />
        {changes === '' ? null : <p className={`written ${styles.changes}`}>{changes}</p>}
      </div>
    );
  }
  if (kind === 'unblocked') return <span>{t('blocks.feed.unblocked')}</span>;
  if (kind === 'blocked' || kind === 'upheld')
    return (
      <span>
        {t(`blocks.feed.${kind}`)} <Moment at={String(data.until)} exact />
      </span>
    );
  const spoken = displayNumber(number ?? '');
  if (kind === 'status')
    return <span>{t('mine.line.status', { number: spoken, status: word('requestStatus', String(data.status)) })}</span>;
  return <span>{t(`mine.line.${kind}`, { number: spoken, name: String(data.by ?? '') })}</span>;
}
