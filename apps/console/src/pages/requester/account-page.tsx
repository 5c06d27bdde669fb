import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useHotline } from '../../app/hotline-context.ts';
import { queryClient } from '../../app/query.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ClauseMark } from '../../ui/clause.tsx';
import { PageHeading } from '../../ui/page.tsx';
import { Fault, Loading } from '../../ui/states.tsx';
import { type Account, account, accountAt, accountQuery, type Left } from './api.ts';
import { Feed } from './feed.tsx';
import { Leave } from './leave.tsx';
import { OwnBlock } from './own-block.tsx';
import { OwnRequests } from './own-requests.tsx';
import styles from './requester.module.css';
import { SignIn } from './sign-in.tsx';

/** The requester's own page: signing in by a code, then the feed, the requests, and leaving. */
export function AccountPage() {
  const { t } = useTexts();
  const { tenant, accounts } = useHotline();
  const mine = useQuery({ ...accountQuery(tenant), enabled: accounts !== null });
  const [left, setLeft] = useState<Left | null>(null);
  if (accounts === null) return <p>{t('mine.none')}</p>;
  if (left !== null) return <Gone left={left} />;
  if (mine.isPending) return <Loading rows={5} />;
  if (mine.isError) return <Fault error={mine.error} onRetry={() => void mine.refetch()} />;
  if (mine.data === null) return <SignIn onDone={() => void mine.refetch()} />;
  return <Mine account={mine.data} onLeft={setLeft} />;
}

function Mine({ account: shown, onLeft }: { account: Account; onLeft: (left: Left) => void }) {
  const { t } = useTexts();
  const { tenant } = useHotline();
  const key = accountQuery(tenant).queryKey;
  const leaving = useMutation({
    mutationFn: () => account.signOut(tenant),
    onSuccess: () => queryClient.setQueryData(key, null),
  });
  return (
    <div className={styles.page}>
      <div>
        <PageHeading title={t('mine.title')} />
        <p className="muted" style={{ margin: '6px 0 0', overflowWrap: 'anywhere' }}>
          {shown.email}
        </p>
      </div>
      {shown.block === null ? null : (
        <OwnBlock
          block={shown.block}
          to={accountAt(tenant, '/appeal')}
          onAppealed={(block) => queryClient.setQueryData<Account>(key, { ...shown, block })}
        />
      )}
      <Feed
        account={shown}
        onSeen={() => void account.seen(tenant).then((next) => queryClient.setQueryData(key, next))}
      />
      <OwnRequests requests={shown.requests} email={shown.email} mayFile={shown.block === null} />
      {leaving.isError ? <Fault error={leaving.error} /> : null}
      <div className={styles.actions}>
        <Button variant="default" loading={leaving.isPending} onClick={() => leaving.mutate()}>
          {t('mine.signOut')}
        </Button>
        {shown.leaving === null ? null : <Leave leaving={shown.leaving} requests={shown.requests} onLeft={onLeft} />}
      </div>
    </div>
  );
}

/** It is done: what was withdrawn, and what stays, in words. */
function Gone({ left }: { left: Left }) {
  const { t, say } = useTexts();
  const { tenant } = useHotline();
  return (
    <div className={styles.page} role="status">
      <PageHeading title={t('mine.gone')} />
      <p>
        {left.withdrawn.length === 0
          ? t('mine.goneNothing')
          : t('mine.goneWithdrawn', { numbers: left.withdrawn.join(', ') })}{' '}
        <ClauseMark number={left.clause} />
      </p>
      <p>{t('mine.goneLetter')}</p>
      <section>
        <h2>{t('mine.kept')}</h2>
        <p className="written">{say(left.kept)}</p>
      </section>
      <p>
        <Link to="/h/$tenant" params={{ tenant }}>
          {t('mine.toHotline')}
        </Link>
      </p>
    </div>
  );
}
