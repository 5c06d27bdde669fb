import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useHotline } from '../../app/hotline-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ClauseMark } from '../../ui/clause.tsx';
import { PageHeading } from '../../ui/page.tsx';
import { Empty, Fault } from '../../ui/states.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import styles from './conduct.module.css';

const nothing = { name: '', email: '', number: '', text: '' };

/** Anybody complains about the support here; it goes past the support, and the page says to whom. */
export function ComplaintPage() {
  const { t, say, language } = useTexts();
  const { tenant, complaints } = useHotline();
  const [draft, setDraft, forget] = useDraft(`complaint.${tenant}`, nothing);
  const [sent, setSent] = useState(false);
  const filing = useMutation({
    mutationFn: () => {
      const number = draft.number.trim();
      const body = { ...draft, number: number === '' ? null : number, language };
      return api.post(`/intake/hotlines/${tenant}/complaints`, body);
    },
    onSuccess: () => {
      forget();
      setSent(true);
    },
  });
  if (complaints === null) return <Instead title={t('complaint.nowhere')} />;
  const to = say(complaints.name);
  if (sent) return <Instead title={t('complaint.sent', { to })} />;
  return (
    <>
      <PageHeading title={t('complaint.title')} />
      <p>
        {t('complaint.about', { to })} <ClauseMark number={complaints.clause} />
      </p>
      <form
        className={styles.form}
        style={{ maxWidth: 560 }}
        onSubmit={(event) => {
          event.preventDefault();
          filing.mutate();
        }}
      >
        <TextInput
          label={t('complaint.name')}
          required
          maxLength={200}
          autoComplete="name"
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
        />
        <TextInput
          label={t('complaint.email')}
          description={t('complaint.emailWhy')}
          type="email"
          required
          maxLength={254}
          autoComplete="email"
          value={draft.email}
          onChange={(event) => setDraft({ ...draft, email: event.currentTarget.value })}
        />
        <TextInput
          label={t('complaint.number')}
          maxLength={40}
          value={draft.number}
          onChange={(event) => setDraft({ ...draft, number: event.currentTarget.value })}
        />
        <Textarea
          label={t('complaint.text')}
          required
          autosize
          minRows={5}
          maxLength={8000}
          value={draft.text}
          onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
        />
        {filing.isError ? <Fault error={filing.error} /> : null}
        <div>
          <Button type="submit" size="md" loading={filing.isPending}>
            {t('complaint.file')}
          </Button>
        </div>
      </form>
    </>
  );
}

/** What is said in the place of the form, with the way back. */
function Instead({ title }: { title: string }) {
  const { t } = useTexts();
  const { tenant } = useHotline();
  return (
    <>
      <PageHeading title={t('complaint.title')} />
      <div role="status" style={{ marginTop: 18 }}>
        <Empty title={title}>
          <Link to="/h/$tenant" params={{ tenant }}>
            {t('mine.toHotline')}
          </Link>
        </Empty>
      </div>
    </>
  );
}
