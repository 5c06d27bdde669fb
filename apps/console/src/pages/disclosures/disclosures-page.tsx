import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useHotline } from '../../app/hotline-context.ts';
import layout from '../../app/layout.module.css';
import { queryClient } from '../../app/query.ts';
import { useSession } from '../../app/session-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ClauseMark } from '../../ui/clause.tsx';
import { PageHeading } from '../../ui/page.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { Empty, Fault, Loading } from '../../ui/states.tsx';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { demand, disclosuresQuery } from './api.ts';
import styles from './disclosures.module.css';
import { OnePackage } from './one-package.tsx';

const route = getRouteApi('/staff/disclosures');

/** Packages of recordings and correspondence: demanded with a reason, listed, taken (kuty 1.3). */
export function DisclosuresPage() {
  const { t, say } = useTexts();
  const { disclosure } = useHotline();
  const { roles } = useSession();
  const { number } = route.useSearch();
  const [asking, setAsking] = useState(number !== undefined);
  const mayDemand = disclosure !== null && roles.includes(disclosure.role);
  const packages = useQuery({ ...disclosuresQuery(), enabled: mayDemand });
  return (
    <main id="main" className={layout.main}>
      <PageHeading title={t('disclosure.title')}>
        <ClauseMark number={disclosure?.clause} />
      </PageHeading>
      <p className="muted" style={{ maxWidth: 720 }}>
        {t('disclosure.about')}
      </p>
      {mayDemand ? (
        <Button onClick={() => setAsking(true)}>{t('disclosure.demand')}</Button>
      ) : (
        <Empty
          title={disclosure === null ? t('disclosure.noRule') : t('disclosure.onlyTo', { name: say(disclosure.name) })}
        />
      )}
      {mayDemand && asking ? <Demand number={number ?? ''} onClose={() => setAsking(false)} /> : null}
      <div className={styles.packages}>
        {packages.isLoading ? <Loading rows={3} height={120} /> : null}
        {packages.isError ? <Fault error={packages.error} onRetry={() => void packages.refetch()} /> : null}
        {packages.data?.length === 0 ? <Empty title={t('disclosure.none')} /> : null}
      </div>
      <ul className={styles.list}>
        {packages.data?.map((one) => (
          <OnePackage key={one.disclosureId} disclosure={one} />
        ))}
      </ul>
    </main>
  );
}

/** Of which request, and why. */
function Demand({ number, onClose }: { number: string; onClose: () => void }) {
  const { t } = useTexts();
  const [typed, setTyped] = useState(number);
  useFocusBack();
  const sending = useMutation({
    mutationFn: (reason: string) => demand({ number: typed.trim(), reason }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['disclosures'] });
      onClose();
    },
  });
  return (
    <ReasonDialog
      opened
      title={t('disclosure.dialog')}
      confirm={t('disclosure.send')}
      mustSay={t('disclosure.reason')}
      keep={t('disclosure.keep')}
      ready={typed.trim() !== ''}
      busy={sending.isPending}
      error={sending.error}
      onConfirm={(reason) => sending.mutate(reason)}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={t('disclosure.number')}
        required
        inputMode="numeric"
        maxLength={40}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </ReasonDialog>
  );
}
