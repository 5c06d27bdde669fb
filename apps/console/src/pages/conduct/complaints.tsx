import { Button, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useHotline } from '../../app/hotline-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ClauseMark } from '../../ui/clause.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Empty, Fault, Loading } from '../../ui/states.tsx';
import { tellsOf, useLive } from '../../work/live.ts';
import styles from './conduct.module.css';

interface Complaint {
  readonly complaintId: string;
  readonly clause: string;
  readonly number: string | null;
  readonly name: string;
  readonly email: string;
  readonly text: string;
  readonly filedAt: string;
  readonly answer: string | null;
}

/** Complaints about the support, for the administrator; whoever works in the support is refused. */
export function Complaints() {
  const { t } = useTexts();
  const complaints = useQuery({
    queryKey: ['complaints'],
    queryFn: ({ signal }) => api.get<{ items: Complaint[] }>('/intake/complaints', signal),
  });
  useLive((news) => {
    if (tellsOf('complaint', news)) void complaints.refetch();
  });
  if (complaints.isPending) return <Loading rows={3} />;
  if (complaints.isError) return <Fault error={complaints.error} onRetry={() => void complaints.refetch()} />;
  if (complaints.data.items.length === 0) return <Empty title={t('complaint.none')} />;
  return (
    <div className={styles.list}>
      {complaints.data.items.map((complaint) => (
        <One key={complaint.complaintId} complaint={complaint} onAnswered={() => void complaints.refetch()} />
      ))}
    </div>
  );
}

function One({ complaint, onAnswered }: { complaint: Complaint; onAnswered: () => void }) {
  const { t } = useTexts();
  const { disclosure } = useHotline();
  const [text, setText] = useState('');
  const answering = useMutation({
    mutationFn: () => api.post(`/intake/complaints/${complaint.complaintId}/answer`, { text: text.trim() }),
    onSuccess: onAnswered,
  });
  return (
    <article className={styles.incident} aria-label={complaint.name}>
      <p className="muted">
        {complaint.name}, {complaint.email} · <Moment at={complaint.filedAt} exact />
        {complaint.number === null ? null : ` · ${complaint.number}`} <ClauseMark number={complaint.clause} />
        {complaint.number === null || disclosure?.role !== 'administrator' ? null : (
          <>
            {' '}
            <Link to="/disclosures" search={{ number: complaint.number }}>
              {t('disclosure.ofComplaint')}
            </Link>
          </>
        )}
      </p>
      <p className="written">{complaint.text}</p>
      {complaint.answer === null ? (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            answering.mutate();
          }}
        >
          <Textarea
            label={t('complaint.answer')}
            required
            autosize
            minRows={3}
            maxLength={8000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {answering.isError ? <Fault error={answering.error} /> : null}
          <div>
            <Button type="submit" loading={answering.isPending} disabled={text.trim() === ''}>
              {t('complaint.send')}
            </Button>
          </div>
        </form>
      ) : (
        <p className="written">
          {t('complaint.answered')} {complaint.answer}
        </p>
      )}
    </article>
  );
}
