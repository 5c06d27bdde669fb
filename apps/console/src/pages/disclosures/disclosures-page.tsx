import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useHotline } from '../../app/hotline-context.ts';
import layout from '../../app/layout.module.css';
import { queryClient } from '../../app/query.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ClauseMark } from '../../ui/clause.tsx';
import { PageHeading } from '../../ui/page.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { Empty, Fault, Loading } from '../../ui/states.tsx';
import { demand, disclosuresQuery } from './api.ts';
import styles from './disclosures.module.css';
import { OnePackage } from './one-package.tsx';

const route = getRouteApi('/staff/disclosures');

/** Packages of recordings and correspondence: demanded with a reason, listed, taken (kuty 1.3). */
export function DisclosuresPage() {
  const { t } = useTexts();
  const { disclosure } = useHotline();
  const { number } = route.useSearch();
  const [asking, setAsking] = useState(number !== undefined);
  const packages = useQuery(disclosuresQuery());
  return (
    <main id="main" className={layout.main}>
      <PageHeading title={t('disclosure.title')}>
        <ClauseMark number={disclosure?.clause} />
      </PageHeading>
      <p className="muted" style={{ maxWidth: 720 }}>
        {t('disclosure.about')}
      </p>
      <Button onClick={() => setAsking(true)}>{t('disclosure.demand')}</Button>
      {asking ? <Demand number={number ?? ''} onClose={() => setAsking(false)} /> : null}
      {packages.isPending ? <Loading rows={3} height={120} /> : null}
      {packages.isError ? <Fault error={packages.error} onRetry={() => void packages.refetch()} /> : null}
      {packages.data?.length === 0 ? (
        <div style={{ marginTop: 24 }}>
          <Empty title={t('disclosure.none')} />
        </div>
      ) : null}
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
      busy={sending.isPending}
      error={sending.error}
      onConfirm={(reason) => sending.mutate(reason)}
      onClose={onClose}
    >
      <TextInput
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
