import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/client.ts';
import { useHotline } from '../../app/hotline-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ClauseMark } from '../../ui/clause.tsx';
import { Fault } from '../../ui/states.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import help from '../help/help.module.css';
import type { Led } from './api.ts';
import styles from './chat.module.css';
import { Presence } from './presence.tsx';

/** The question, and the instructions that may answer it: a chat begins when they have been seen. */
export function Instructions({ onReady }: { onReady: (led: Led, text: string) => void }) {
  const { t } = useTexts();
  const { tenant, chat, isOpen, opensAt } = useHotline();
  const [text, setText] = useDraft(`chat-question.${tenant}`, '');
  const [missing, setMissing] = useState(false);
  const leading = useMutation({
    mutationFn: (question: string) => api.post<Led>(`/intake/hotlines/${tenant}/chats`, { text: question }),
  });
  const led = leading.data;
  const ask = (event: FormEvent) => {
    event.preventDefault();
    setMissing(text.trim() === '');
    if (text.trim() !== '' && !leading.isPending) leading.mutate(text.trim());
  };
  return (
    <div className={styles.steps}>
      <Presence isOpen={led?.isOpen ?? isOpen} opensAt={led?.opensAt ?? opensAt} clause={chat?.hours} />
      <form className={styles.ask} onSubmit={ask} noValidate>
        <Textarea
          label={t('chat.question')}
          autosize
          minRows={3}
          maxRows={12}
          maxLength={8000}
          required
          value={text}
          error={missing && text.trim() === '' ? t('form.error.required') : undefined}
          onChange={(event) => {
            setText(event.currentTarget.value);
            // Other words lead to other instructions.
            if (led !== undefined) leading.reset();
          }}
        />
        {led === undefined ? (
          <div>
            <Button type="submit" loading={leading.isPending}>
              {t('chat.look')}
            </Button>{' '}
            <ClauseMark number={chat?.instructions} />
          </div>
        ) : null}
      </form>
      {leading.isError ? <Fault error={leading.error} /> : null}
      <div role="status">
        {led === undefined ? null : <Found led={led} onReady={() => onReady(led, text.trim())} />}
      </div>
    </div>
  );
}

function Found({ led, onReady }: { led: Led; onReady: () => void }) {
  const { t } = useTexts();
  return (
    <div className={styles.ask}>
      {led.items.length === 0 ? (
        <p style={{ margin: 0 }}>{t('chat.nothing')}</p>
      ) : (
        <section aria-labelledby="instructions" className={help.matches}>
          <h2 id="instructions" style={{ fontSize: '1rem' }}>
            {t('chat.readFirst')} <ClauseMark number={led.clauses.instructions} />
          </h2>
          <ul className={help.lines}>
            {led.items.map((line) => (
              <li key={line.articleId} lang={line.language}>
                <a href={line.path} target="_blank" rel="noopener">
                  {line.title}
                </a>
                <p className="muted">{line.excerpt}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div>
        <Button onClick={onReady}>{t(led.items.length === 0 ? 'chat.goOn' : 'chat.notAnswered')}</Button>
      </div>
    </div>
  );
}
