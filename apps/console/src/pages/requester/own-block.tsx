import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId } from 'react';
import { api } from '../../api/client.ts';
import type { OwnBlock as Block } from '../../api/types.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ClauseMark } from '../../ui/clause.tsx';
import { Moment } from '../../ui/moment.tsx';
import { sayAloud } from '../../ui/say.ts';
import { Fault } from '../../ui/states.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { useGround } from '../blocks/use-ground.ts';
import styles from './requester.module.css';

interface Props {
  readonly block: Block;
  /** Where an appeal is sent to, and what says whose it is. */
  readonly to: string;
  readonly access?: object;
  readonly onAppealed: (block: Block) => void;
}

/** That one is blocked: for what, until when, what the support says, and how to appeal (kz-portal 30-19). */
export function OwnBlock({ block, to, access = {}, onAppealed }: Props) {
  const { t } = useTexts();
  const ground = useGround();
  const heading = useId();
  return (
    <section className={styles.blocked} aria-labelledby={heading}>
      <h2 id={heading}>
        {t('blocks.own.title')} <ClauseMark number={block.clause} />
      </h2>
      <p>
        {t('blocks.own.means')} {t('blocks.own.ends')} <Moment at={block.until} exact />
      </p>
      <p>
        {t('blocks.own.ground')} {ground(block)} <ClauseMark number={block.groundClause} />
      </p>
      <p className="written">{block.reason}</p>
      {block.appeal.at === null ? null : (
        <div>
          <p className="muted">
            {t('blocks.own.appealed')} <Moment at={block.appeal.at} exact />
          </p>
          <p className="written">{block.appeal.text}</p>
        </div>
      )}
      {block.appeal.answer === null ? null : <p className="written">{block.appeal.answer}</p>}
      {block.appeal.state === 'open' ? (
        <AppealForm block={block} to={to} access={access} onAppealed={onAppealed} />
      ) : (
        <p>{t(`blocks.own.appeal.${block.appeal.state}`)}</p>
      )}
    </section>
  );
}

function AppealForm({ block, to, access = {}, onAppealed }: Props) {
  const { t } = useTexts();
  const [text, setText, forget] = useDraft(`appeal.${to}.${block.since}`, '');
  const sending = useMutation({
    mutationFn: () => api.post<Block>(to, { ...access, text: text.trim() }),
    onSuccess: (next) => {
      forget();
      sayAloud(t('blocks.own.sent'));
      onAppealed(next);
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '' && !sending.isPending) sending.mutate();
  };
  return (
    <form className={styles.appeal} onSubmit={send}>
      <Textarea
        label={t('blocks.own.why')}
        description={
          <>
            {t('blocks.own.once')} <Moment at={block.appeal.until} exact />
          </>
        }
        required
        autosize
        minRows={3}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {sending.isError ? <Fault error={sending.error} /> : null}
      <div>
        <Button type="submit" loading={sending.isPending} disabled={text.trim() === ''}>
          {t('blocks.own.send')}
        </Button>
      </div>
    </form>
  );
}
