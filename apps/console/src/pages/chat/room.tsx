import { Button, Textarea } from '@mantine/core';
import { displayNumber } from '@reglament/domain/request';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { api } from '../../api/client.ts';
import type { RequestStatus } from '../../api/types.ts';
import { useHotline } from '../../app/hotline-context.ts';
import { queryClient } from '../../app/query.ts';
import { filesOfChat } from '../../files/source.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Conversation } from '../../ui/conversation.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Fault, Loading } from '../../ui/states.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { PlaceInQueue } from '../public/place-in-queue.tsx';
import type { Chat } from './api.ts';
import styles from './chat.module.css';
import { Presence } from './presence.tsx';
import { useChatNews } from './use-chat-news.ts';

/** Beside the news: for a browser that is told nothing. */
const LOOK_AGAIN_MS = 20_000;

const chatQuery = (tenant: string, chatId: string) =>
  queryOptions({
    queryKey: ['chat', tenant, chatId],
    queryFn: ({ signal }) => api.get<Chat>(`/intake/hotlines/${tenant}/chats/${chatId}`, signal),
    refetchInterval: LOOK_AGAIN_MS,
  });

/** The conversation itself. What the staff writes appears as it is written; the request’s number keeps it when the tab is gone. */
export function Room({ chatId, onLeave }: { chatId: string; onLeave: () => void }) {
  const { t } = useTexts();
  const { tenant, chat: rule } = useHotline();
  const chat = useQuery(chatQuery(tenant, chatId));
  useChatNews(tenant, chatId, () => void queryClient.invalidateQueries({ queryKey: ['chat', tenant, chatId] }));
  if (chat.isPending) return <Loading rows={4} />;
  if (chat.isError) {
    return (
      <>
        <Fault error={chat.error} onRetry={() => void chat.refetch()} />
        <Button variant="subtle" onClick={onLeave}>
          {t('chat.another')}
        </Button>
      </>
    );
  }
  const { number, conversation, canReply, canWithdraw, block, place, isOpen, opensAt } = chat.data;
  return (
    <div className={styles.steps}>
      <Presence isOpen={isOpen} opensAt={opensAt} clause={rule?.hours} />
      <p style={{ margin: 0 }}>{t('chat.number', { number: displayNumber(number) })}</p>
      {place === null ? null : <PlaceInQueue place={place} />}
      <div role="log" aria-label={t('chat.title')}>
        <Conversation messages={conversation} mine="requester" files={filesOfChat(tenant, chatId)} />
      </div>
      {canReply ? <Say tenant={tenant} chatId={chatId} /> : null}
      {block === null ? null : (
        <p role="note">
          {t('blocks.own.title')}. {t('blocks.own.ends')} <Moment at={block.until} exact />.{' '}
          <Link to="/h/$tenant/account" params={{ tenant }} target="_blank">
            {t('mine.link')}
          </Link>
        </p>
      )}
      {canWithdraw ? null : <p className="muted">{t('chat.over')}</p>}
      <div>
        <Button variant="subtle" color="gray" onClick={onLeave}>
          {t('chat.another')}
        </Button>
      </div>
    </div>
  );
}

function Say({ tenant, chatId }: { tenant: string; chatId: string }) {
  const { t } = useTexts();
  const [text, setText, forget] = useDraft(`chat-words.${chatId}`, '');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const saying = useMutation({
    mutationFn: (words: string) =>
      api.post<RequestStatus>(`/intake/hotlines/${tenant}/chats/${chatId}/messages`, { text: words }),
    onSuccess: (status) => {
      forget();
      queryClient.setQueryData<Chat>(chatQuery(tenant, chatId).queryKey, (before) =>
        before === undefined ? before : { ...before, ...status },
      );
      field.current?.focus();
    },
  });
  const say = () => {
    if (text.trim() !== '' && !saying.isPending) saying.mutate(text.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    say();
  };
  return (
    <form
      className={styles.ask}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        say();
      }}
    >
      <Textarea
        ref={field}
        label={t('chat.words')}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={8000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {saying.isError ? <Fault error={saying.error} /> : null}
      <div className={styles.send}>
        <Button type="submit" loading={saying.isPending} disabled={text.trim() === ''}>
          {t('chat.say')}
        </Button>
        <span className="small muted">{t('chat.keys')}</span>
      </div>
    </form>
  );
}
