import { useState } from 'react';
import { useHotline } from '../../app/hotline-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useDraft } from '../../ui/use-draft.ts';
import { PublicForm } from '../public/public-form.tsx';
import type { Led } from './api.ts';
import { Instructions } from './instructions.tsx';
import { Room } from './room.tsx';

/** Which chat this tab is in; none while the text is empty. */
const none = '';

/** A chat from the question to the conversation: instructions first (kz-portal 30-16), then who one is, then the talk itself. */
export function Chat() {
  const { t } = useTexts();
  const { tenant, chat, entryPoints } = useHotline();
  const [chatId, setChatId, leave] = useDraft(`chat.${tenant}`, none);
  const [asked, setAsked] = useState<{ led: Led; text: string } | null>(null);
  const entryPoint = entryPoints.find(({ id }) => id === chat?.entryPoint);
  if (chatId !== none) {
    return (
      <Room
        chatId={chatId}
        onLeave={() => {
          leave();
          setAsked(null);
        }}
      />
    );
  }
  if (entryPoint === undefined) return <p>{t('chat.none')}</p>;
  if (asked === null) return <Instructions onReady={(led, text) => setAsked({ led, text })} />;
  return (
    <PublicForm
      entryPoint={entryPoint}
      chat={{ chatId: asked.led.chatId, text: asked.text, send: t(asked.led.isOpen ? 'chat.begin' : 'chat.leave') }}
      onAccepted={() => setChatId(asked.led.chatId)}
    />
  );
}
