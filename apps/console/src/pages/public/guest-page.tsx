import { Button, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/client.ts';
import { useHotline } from '../../app/hotline-context.ts';
import { queryClient } from '../../app/query.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Moment } from '../../ui/moment.tsx';
import { PageHeading } from '../../ui/page.tsx';
import { sayAloud } from '../../ui/say.ts';
import { Fault, Loading } from '../../ui/states.tsx';

interface GuestView {
  readonly guest: string;
  readonly number: string;
  readonly category: string;
  readonly summary: string;
  readonly briefing: string;
  readonly invitedBy: string;
  readonly expiresAt: string;
  readonly notes: readonly { readonly at: string; readonly text: string }[];
}

/** A third party helps with one request: reads what was shared and writes back. The secret stands after the # and is sent nowhere else. */
export function GuestPage() {
  const { t, language } = useTexts();
  const { tenant } = useHotline();
  const token = window.location.hash.slice(1);
  const key = ['guest', tenant, token, language];
  const view = useQuery({
    queryKey: key,
    queryFn: () => api.post<GuestView>(`/routing/guests/${tenant}`, { token }),
    enabled: token !== '',
    retry: false,
  });
  if (token === '')
    return (
      <>
        <PageHeading title={t('guest.title')} />
        <p>{t('guest.noToken')}</p>
      </>
    );
  if (view.isPending) return <Loading rows={4} />;
  if (view.isError) return <Fault error={view.error} onRetry={() => void view.refetch()} />;
  const shown = view.data;
  return (
    <div style={{ maxWidth: 720, display: 'grid', gap: 24 }}>
      <div>
        <PageHeading title={t('guest.title')} />
        <p className="muted" style={{ margin: '8px 0 0' }}>
          {shown.number} · {shown.category} · {t('guest.invitedBy', { name: shown.invitedBy })}{' '}
          <Moment at={shown.expiresAt} exact />
        </p>
      </div>
      <section>
        <h2>{t('guest.question')}</h2>
        <p className="written">{shown.summary}</p>
      </section>
      <section>
        <h2>{t('guest.briefing')}</h2>
        <p style={{ whiteSpace: 'pre-wrap' }}>{shown.briefing}</p>
      </section>
      {shown.notes.length === 0 ? null : (
        <section>
          <h2>{t('guest.notes')}</h2>
          {shown.notes.map((note) => (
            <p key={note.at} style={{ whiteSpace: 'pre-wrap' }}>
              {note.text}
              <br />
              <span className="small muted">
                <Moment at={note.at} />
              </span>
            </p>
          ))}
        </section>
      )}
      <Note token={token} tenant={tenant} onDone={(next) => queryClient.setQueryData(key, next)} />
    </div>
  );
}

function Note({ token, tenant, onDone }: { token: string; tenant: string; onDone: (next: GuestView) => void }) {
  const { t } = useTexts();
  const [text, setText] = useState('');
  const sending = useMutation({
    mutationFn: () => api.post<GuestView>(`/routing/guests/${tenant}/notes`, { token, text: text.trim() }),
    onSuccess: (next) => {
      setText('');
      onDone(next);
      sayAloud(t('guest.sent'));
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '' && !sending.isPending) sending.mutate();
  };
  return (
    <form onSubmit={send} style={{ display: 'grid', gap: 14 }}>
      <Textarea
        label={t('guest.write')}
        autosize
        minRows={4}
        maxLength={8000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {sending.isError ? <Fault error={sending.error} onRetry={() => sending.mutate()} /> : null}
      <div>
        <Button type="submit" disabled={text.trim() === ''} loading={sending.isPending}>
          {t('guest.send')}
        </Button>
      </div>
    </form>
  );
}
