import { Button } from '@mantine/core';
import { api } from '../../api/client.ts';
import type { Accepted, Hotline } from '../../api/types.ts';
import { useHotline } from '../../app/hotline-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Acceptance } from '../../request-form/acceptance.tsx';
import { CategoryChoice } from '../../request-form/category-choice.tsx';
import { Contact, Details } from '../../request-form/fields.tsx';
import styles from '../../request-form/form.module.css';
import { FormFault } from '../../request-form/form-fault.tsx';
import { useRequestForm } from '../../request-form/use-request-form.ts';
import { MatchingArticles } from '../help/matching-articles.tsx';

interface Props {
  readonly entryPoint: Hotline['entryPoints'][number];
  /** The article that the request is about, where the requester comes from one. */
  readonly about?: string | undefined;
  /** The chat that the request begins, with the question already asked, and what its button says. */
  readonly chat?: { readonly chatId: string; readonly text: string; readonly send: string };
  readonly onAccepted: (accepted: Accepted) => void;
}

/** The requester’s own form. What is typed stays in this tab until the request is accepted. */
export function PublicForm({ entryPoint, about, chat, onAccepted }: Props) {
  const { t, say } = useTexts();
  const { tenant } = useHotline();
  const form = useRequestForm({
    draftKey: `request.${tenant}.${entryPoint.id}${chat === undefined ? '' : `.${chat.chatId}`}`,
    entryPoint: entryPoint.id,
    channel: entryPoint.channel,
    ...(chat === undefined ? {} : { text: chat.text }),
    send: async (body, key) => {
      const accepted = await api.post<Accepted>(
        `/intake/hotlines/${tenant}/requests`,
        chat === undefined ? body : { ...body, chatId: chat.chatId },
        {
          'idempotency-key': key,
        },
      );
      onAccepted(accepted);
      return accepted;
    },
  });
  return (
    <form
      ref={form.form}
      className={styles.form}
      noValidate
      aria-label={say(entryPoint.name)}
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      <CategoryChoice form={form} legend={t('form.about')} />
      <fieldset className={styles.group}>
        <legend>{t('form.question')}</legend>
        <Details form={form} textLabel={t('form.text')} />
        {chat === undefined ? <MatchingArticles form={form} about={about} /> : null}
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{t('form.contact')}</legend>
        <Contact form={form} nameLabel={t('form.name')} />
      </fieldset>
      <Acceptance form={form} />
      <FormFault form={form} />
      <div className={styles.send}>
        <Button type="submit" size="lg" loading={form.sending.isPending}>
          {chat === undefined ? t('form.send') : chat.send}
        </Button>
        <span className="muted small">{say(entryPoint.name)}</span>
      </div>
    </form>
  );
}
