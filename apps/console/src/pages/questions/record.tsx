import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useHotline } from '../../app/hotline-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { dateTime } from '../../time/format.ts';
import { Fault, Loading } from '../../ui/states.tsx';
import { editsQuery, type MadeEdit, type NamedGroup } from './api.ts';
import styles from './questions.module.css';
import type { Edits } from './use-edits.ts';

/** Groups that are left out of the lists, each with the way back. */
export function Hidden({ hidden, edits }: { hidden: readonly NamedGroup[]; edits: Edits }) {
  const { t } = useTexts();
  if (hidden.length === 0) return null;
  return (
    <details className={styles.more}>
      <summary>{t('questions.hidden', { count: hidden.length })}</summary>
      <ul className={styles.lines}>
        {hidden.map(({ groupId, name }) => (
          <li key={groupId}>
            <span>{name}</span>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`${t('questions.show')}: ${name}`}
              onClick={() => edits.editing.mutate({ verb: 'hidden', groupId, hidden: false })}
            >
              {t('questions.show')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What was changed lately, by whom, and the way back. */
export function Record({ edits }: { edits: Edits }) {
  const { t } = useTexts();
  const list = useQuery(editsQuery());
  if (list.isPending) return <Loading rows={1} height={24} />;
  if (list.isError) return <Fault error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data.items.length === 0) return null;
  return (
    <details className={styles.more}>
      <summary>{t('questions.record')}</summary>
      <ul className={styles.lines}>
        {list.data.items.map((made) => (
          <Line key={made.editId} made={made} edits={edits} />
        ))}
      </ul>
    </details>
  );
}

function Line({ made, edits }: { made: MadeEdit; edits: Edits }) {
  const { t, language } = useTexts();
  const { timeZone } = useHotline();
  const { editId, kind, name, madeAt, madeBy, undoneAt, undoneBy } = made;
  const other = made.otherName ?? '';
  const what = {
    merge: t('questions.did.merge', { name, other }),
    split: t('questions.did.split', { name, other }),
    rename: t('questions.did.rename', { name, before: made.nameBefore ?? '' }),
    hide: t('questions.did.hide', { name }),
    show: t('questions.did.show', { name }),
  }[kind];
  return (
    <li>
      <span>
        {what}
        <br />
        <span className="small muted">
          {t('questions.by', { by: madeBy, at: dateTime(madeAt, timeZone, language) })}
          {undoneAt === null
            ? null
            : ` · ${t('questions.undoneBy', { by: undoneBy ?? '', at: dateTime(undoneAt, timeZone, language) })}`}
        </span>
      </span>
      {undoneAt === null ? (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`${t('questions.undo')}: ${what}`}
          loading={edits.undoing.isPending && edits.undoing.variables === editId}
          onClick={() => edits.undoing.mutate(editId)}
        >
          {t('questions.undo')}
        </Button>
      ) : null}
    </li>
  );
}
