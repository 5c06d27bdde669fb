import { Button, Textarea } from '@mantine/core';
import { displayNumber } from '@reglament/domain/request';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/client.ts';
import type { FileFacts, RequestStatus } from '../../api/types.ts';
import { useHotline, useNames } from '../../app/hotline-context.ts';
import { queryClient } from '../../app/query.ts';
import { FilePicker } from '../../files/file-picker.tsx';
import { filesOfOwn } from '../../files/source.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ClauseMark } from '../../ui/clause.tsx';
import { Conversation } from '../../ui/conversation.tsx';
import { Moment } from '../../ui/moment.tsx';
import { PageHeading } from '../../ui/page.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { sayAloud } from '../../ui/say.ts';
import { Fault } from '../../ui/states.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { OwnBlock } from '../requester/own-block.tsx';
import { PlaceInQueue } from './place-in-queue.tsx';
import styles from './public.module.css';

interface Props {
  readonly access: { readonly number: string; readonly contact: string };
  readonly first: RequestStatus;
  readonly onLeave: () => void;
}

/** How a request stands: status, promises, what was written; and the requester’s next word. */
export function StatusView({ access, first, onLeave }: Props) {
  const { t } = useTexts();
  const { tenant } = useHotline();
  const names = useNames();
  const key = ['status', tenant, access.number, access.contact];
  const status = useQuery({
    queryKey: key,
    queryFn: () => api.post<RequestStatus>(`/intake/hotlines/${tenant}/status`, access),
    initialData: first,
    refetchInterval: 20_000,
  });
  const request = status.data;
  const took = (next: RequestStatus) => queryClient.setQueryData(key, next);
  return (
    <div style={{ maxWidth: 720, display: 'grid', gap: 28 }}>
      <div>
        <PageHeading title={t('status.of', { number: displayNumber(request.number) })}>
          <StatusBadge status={request.status} />
        </PageHeading>
        <p className="muted" style={{ margin: '8px 0 0' }}>
          {names.category(request.category)} · {t('status.filed')} <Moment at={request.submittedAt} exact />
        </p>
      </div>
      {request.promises.length === 0 ? null : (
        <ul className={styles.promises}>
          {request.promises.map((promise) => (
            <li key={promise.rule}>
              {promise.sentence} <ClauseMark number={promise.clause} />
            </li>
          ))}
        </ul>
      )}
      {request.place === null ? null : <PlaceInQueue place={request.place} />}
      <Conversation messages={request.conversation} mine="requester" files={filesOfOwn(tenant, access)} />
      {request.block === null ? null : (
        <OwnBlock
          block={request.block}
          to={`/intake/hotlines/${tenant}/status/appeal`}
          access={access}
          onAppealed={(block) => took({ ...request, block })}
        />
      )}
      {request.canReply ? <Reply access={access} onDone={took} /> : null}
      {request.canWithdraw ? null : <p className="muted">{t('status.closed')}</p>}
      <div className={styles.actions}>
        {request.canWithdraw ? <Withdraw access={access} onDone={took} /> : null}
        <Button variant="subtle" color="gray" onClick={onLeave}>
          {t('status.leave')}
        </Button>
      </div>
    </div>
  );
}

interface Step {
  readonly access: Props['access'];
  readonly onDone: (next: RequestStatus) => void;
}

function Reply({ access, onDone }: Step) {
  const { t } = useTexts();
  const { tenant } = useHotline();
  const [text, setText, forget] = useDraft(`reply.${tenant}.${access.number}`, '');
  const [files, setFiles] = useState<readonly FileFacts[]>([]);
  const [filesUnderway, setFilesUnderway] = useState(false);
  const sending = useMutation({
    mutationFn: () =>
      api.post<RequestStatus>(`/intake/hotlines/${tenant}/status/messages`, {
        ...access,
        text: text.trim(),
        attachments: files.map(({ fileId }) => fileId),
      }),
    onSuccess: (next) => {
      forget();
      setFiles([]);
      sayAloud(t('status.sent'));
      onDone(next);
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '' && !sending.isPending) sending.mutate();
  };
  return (
    <form onSubmit={send} style={{ display: 'grid', gap: 12, justifyItems: 'start' }}>
      <Textarea
        w="100%"
        label={t('status.reply')}
        autosize
        minRows={3}
        maxRows={14}
        size="md"
        maxLength={8000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <FilePicker files={files} onChange={setFiles} onBusy={setFilesUnderway} />
      {sending.isError ? <Fault error={sending.error} /> : null}
      <Button type="submit" loading={sending.isPending} disabled={text.trim() === '' || filesUnderway}>
        {t('status.send')}
      </Button>
    </form>
  );
}

function Withdraw({ access, onDone }: Step) {
  const { t } = useTexts();
  const { tenant } = useHotline();
  const [asking, setAsking] = useState(false);
  const sending = useMutation({
    mutationFn: (reason: string) =>
      api.post<RequestStatus>(`/intake/hotlines/${tenant}/status/withdraw`, {
        ...access,
        ...(reason === '' ? {} : { reason }),
      }),
    onSuccess: (next) => {
      setAsking(false);
      sayAloud(t('status.withdrawn'));
      onDone(next);
    },
  });
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('status.withdraw')}
      </Button>
      <ReasonDialog
        opened={asking}
        title={t('status.withdrawAsk')}
        confirm={t('status.withdraw')}
        keep={t('action.keep')}
        busy={sending.isPending}
        error={sending.error}
        onConfirm={(reason) => sending.mutate(reason)}
        onClose={() => setAsking(false)}
      >
        <p style={{ margin: 0 }}>{t('status.withdrawMeans')}</p>
      </ReasonDialog>
    </>
  );
}
