import { Button, Menu } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../app/session-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { count, percent } from '../../time/format.ts';
import type { Question, Questions } from './api.ts';
import { MergeDialog, RenameDialog, SplitDialog } from './dialogs.tsx';
import styles from './questions.module.css';
import type { Edits } from './use-edits.ts';

const route = getRouteApi('/staff/manager/questions');
const dialogs = { rename: RenameDialog, merge: MergeDialog, split: SplitDialog } as const;

interface Props {
  readonly question: Question;
  readonly questions: Questions;
  readonly edits: Edits;
}

/** One group: what is asked, how often, how that changed, how people said it, and what can be done with it. */
export function QuestionItem({ question, questions, edits }: Props) {
  const { t, language } = useTexts();
  const search = route.useSearch();
  const { roles } = useSession();
  const isManager = roles.includes('manager') || roles.includes('administrator');
  const { name, place, groupId, share, examples, merged } = question;
  const number = count(question.count, language);
  return (
    <li className={styles.item}>
      <span className={styles.place} aria-hidden>
        {place}
      </span>
      <div className={styles.asked}>
        <h2>{name}</h2>
        <p className={styles.facts}>
          <span>{question.categoryName}</span>
          <span>{t('questions.share', { share: percent(share, language) })}</span>
          <Changed question={question} />
        </p>
        <span className={styles.bar} style={{ width: `${Math.max(1, 100 * share)}%` }} aria-hidden />
        {merged.length === 0 ? null : (
          <p className="small muted">
            {t('questions.merged', { names: merged.map((one) => `«${one.name}»`).join(', ') })}
          </p>
        )}
        {examples.length === 0 ? null : (
          <details className={styles.examples}>
            <summary>{t('questions.examples')}</summary>
            <ul>
              {examples.map((example) => (
                <li key={example}>{example}</li>
              ))}
            </ul>
          </details>
        )}
        <Answered question={question} mayWrite={isManager} />
      </div>
      <div className={styles.side}>
        {isManager ? (
          <Link
            to="/manager/questions"
            search={{ ...search, group: groupId }}
            resetScroll={false}
            className={styles.count}
            aria-label={`${name}: ${number}`}
            data-metric="question"
          >
            {number}
          </Link>
        ) : (
          <span className={styles.count}>{number}</span>
        )}
        {isManager ? <Actions question={question} questions={questions} edits={edits} /> : null}
      </div>
    </li>
  );
}

/** How much oftener or seldomer than in the period before. */
function Changed({ question }: { question: Question }) {
  const { t, language } = useTexts();
  const { before } = question;
  if (before === 0) return <span className={styles.more}>{t('questions.new')}</span>;
  const by = question.count - before;
  const delta = `${by > 0 ? '+' : by < 0 ? '−' : '±'}${count(Math.abs(by), language)}`;
  return (
    <span className={by > 0 ? styles.more : undefined}>
      {t('questions.change', { delta, before: count(before, language) })}
    </span>
  );
}

/** The article that answers it, or the way to write one: it spares the hotline these requests. */
function Answered({ question: { article, groupId, name }, mayWrite }: { question: Question; mayWrite: boolean }) {
  const { t } = useTexts();
  if (article !== null)
    return (
      <p className={styles.article}>
        {t('questions.article')} <a href={article.url}>{article.title}</a>
      </p>
    );
  return (
    <p className={styles.article}>
      {t('questions.noArticle')}{' '}
      {mayWrite ? (
        <Link to="/articles/new" search={{ group: groupId, title: name }} aria-label={t('questions.writeOf', { name })}>
          {t('questions.write')}
        </Link>
      ) : null}
    </p>
  );
}

function Actions({ question, questions, edits }: Props) {
  const { t } = useTexts();
  const [open, setOpen] = useState<keyof typeof dialogs | null>(null);
  const Dialog = open === null ? null : dialogs[open];
  const { groupId, name } = question;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" size="compact-sm" aria-label={t('questions.actionsOf', { name })}>
            {t('questions.actions')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpen('rename')}>{t('questions.rename')}</Menu.Item>
          <Menu.Item onClick={() => setOpen('merge')}>{t('questions.mergeWith')}</Menu.Item>
          <Menu.Item onClick={() => setOpen('split')}>{t('questions.split')}</Menu.Item>
          <Menu.Item onClick={() => edits.editing.mutate({ verb: 'hidden', groupId, hidden: true })}>
            {t('questions.hide')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {Dialog === null ? null : (
        <Dialog question={question} questions={questions} edits={edits} onClose={() => setOpen(null)} />
      )}
    </>
  );
}
