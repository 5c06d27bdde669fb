import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { api } from '../../api/client.ts';
import type { RequestStatus } from '../../api/types.ts';
import { useHotline } from '../../app/hotline-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { PageHeading } from '../../ui/page.tsx';
import { Fault } from '../../ui/states.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import styles from './public.module.css';
import { StatusView } from './status-view.tsx';

const route = getRouteApi('/h/$tenant/status');

interface Access {
  readonly number: string;
  readonly contact: string;
}

const nothing: Access = { number: '', contact: '' };

/** A requester follows their request by its number and the contact they gave. The contact never stands in an address. */
export function StatusPage() {
  const { tenant, accounts, complaints } = useHotline();
  const { number } = route.useSearch();
  const { t } = useTexts();
  const [access, setAccess, forget] = useDraft<Access>(`status.${tenant}`, nothing);
  const [typed, setTyped] = useState<Access>({ number: number ?? access.number, contact: access.contact });
  const opening = useMutation({
    mutationFn: (by: Access) => api.post<RequestStatus>(`/intake/hotlines/${tenant}/status`, by),
    onSuccess: (_status, by) => setAccess(by),
  });

  const begun = useRef(false);
  const known = access.contact !== '' && (number === undefined || number === access.number);
  useEffect(() => {
    if (begun.current || !known) return;
    begun.current = true;
    opening.mutate(access);
  }, [known, access, opening.mutate]);

  const open = (event: FormEvent) => {
    event.preventDefault();
    opening.mutate({ number: typed.number.trim(), contact: typed.contact.trim() });
  };

  if (opening.data !== undefined) {
    return (
      <StatusView
        access={access}
        first={opening.data}
        onLeave={() => {
          forget();
          opening.reset();
          setTyped(nothing);
        }}
      />
    );
  }
  return (
    <>
      <PageHeading title={t('status.title')} />
      <p className={styles.welcome}>{t('status.about')}</p>
      <form onSubmit={open} className={styles.panel} style={{ maxWidth: 480, display: 'grid', gap: 16 }}>
        <TextInput
          label={t('status.number')}
          required
          size="md"
          autoComplete="off"
          value={typed.number}
          onChange={(event) => setTyped({ ...typed, number: event.currentTarget.value })}
        />
        <TextInput
          label={t('status.contact')}
          description={t('status.contactHint')}
          required
          size="md"
          autoComplete="email"
          value={typed.contact}
          onChange={(event) => setTyped({ ...typed, contact: event.currentTarget.value })}
        />
        <Button type="submit" size="md" loading={opening.isPending}>
          {t('status.open')}
        </Button>
      </form>
      {opening.isError ? (
        <div style={{ marginTop: 20, maxWidth: 480 }}>
          <Fault error={opening.error} />
        </div>
      ) : null}
      <p style={{ marginTop: 24 }}>
        <Link to="/h/$tenant" params={{ tenant }}>
          {t('status.file')}
        </Link>
      </p>
      {accounts === null ? null : (
        <p>
          <Link to="/h/$tenant/account" params={{ tenant }}>
            {t('mine.link')}
          </Link>
        </p>
      )}
      {complaints === null ? null : (
        <p>
          <Link to="/h/$tenant/complaint" params={{ tenant }}>
            {t('complaint.link')}
          </Link>
        </p>
      )}
    </>
  );
}
