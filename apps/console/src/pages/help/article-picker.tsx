import { Modal, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { Fault, Loading } from '../../ui/states.tsx';
import { requestQuery } from '../../work/api.ts';
import dialog from '../../work/dialogs.module.css';
import { type Answers, answersQuery } from './api.ts';
import { useSettled } from './use-settled.ts';

type AnswerLine = Answers['items'][number];

interface Props {
  readonly requestId: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onChosen: (article: AnswerLine) => void;
}

/** Which article answers the request (edoc 14). What is nearest to it is chosen already: Enter answers with it. */
export function ArticlePicker({ opened, onClose, ...rest }: Props) {
  const { t } = useTexts();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('articles.answerWith')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {opened ? <Choice {...rest} /> : null}
    </Modal>
  );
}

function Choice({ requestId, onChosen }: Pick<Props, 'requestId' | 'onChosen'>) {
  const { t, language } = useTexts();
  const list = useId();
  const request = useQuery(requestQuery(requestId));
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const settled = useSettled(typed.trim());
  const answers = useQuery({
    ...answersQuery(settled, request.data?.text ?? '', request.data?.language ?? language),
    enabled: request.data !== undefined,
  });
  const items = answers.data?.items ?? [];
  const chosen = items[Math.min(at, items.length - 1)];
  // While the list is still that of other words, Enter would send what the person has not seen.
  const ready = settled === typed.trim() && answers.isSuccess && !answers.isPlaceholderData;
  useEffect(() => {
    if (chosen !== undefined)
      document.getElementById(`${list}-${chosen.articleId}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen, list]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt((before) => Math.min(Math.max(0, before + step), Math.max(0, items.length - 1)));
    }
    if (event.key === 'Enter' && chosen !== undefined && ready) {
      event.preventDefault();
      onChosen(chosen);
    }
  };
  return (
    <div className={dialog.body}>
      <TextInput
        data-autofocus
        aria-label={t('help.search')}
        placeholder={t('help.search')}
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-autocomplete="list"
        {...(chosen === undefined ? {} : { 'aria-activedescendant': `${list}-${chosen.articleId}` })}
        value={typed}
        maxLength={300}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      {answers.isError ? <Fault error={answers.error} onRetry={() => void answers.refetch()} /> : null}
      {answers.isPending ? <Loading rows={3} height={52} /> : null}
      <div
        id={list}
        role="listbox"
        aria-label={t('articles.title')}
        className={dialog.agents}
        hidden={items.length === 0}
      >
        {items.map((article) => (
          <Option
            key={article.articleId}
            id={`${list}-${article.articleId}`}
            article={article}
            current={article === chosen}
            onChoose={() => onChosen(article)}
          />
        ))}
      </div>
      {answers.isSuccess && items.length === 0 ? <p className="muted">{t('articles.noneFound')}</p> : null}
      {chosen === undefined ? null : (
        <p className="written" style={{ margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {chosen.answer}
        </p>
      )}
      <p className="small muted" style={{ margin: 0 }}>
        {t('articles.pickerKeys')}
      </p>
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly article: AnswerLine;
  readonly current: boolean;
  readonly onChoose: () => void;
}

function Option({ id, article, current, onChoose }: OptionProps) {
  const { t } = useTexts();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
    // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant carries the focus
    <div
      id={id}
      role="option"
      aria-selected={current}
      lang={article.language}
      className={`${dialog.agent} ${current ? dialog.current : ''}`}
      onClick={onChoose}
    >
      <span className={dialog.agentName}>{article.title}</span>
      <span className="muted">{article.answered === 0 ? '' : t('articles.used', { count: article.answered })}</span>
      <span className={dialog.about}>{article.excerpt}</span>
    </div>
  );
}
