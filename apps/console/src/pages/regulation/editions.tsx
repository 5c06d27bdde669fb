import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { Moment } from '../../ui/moment.tsx';
import { Fault, Loading } from '../../ui/states.tsx';
import { type EditionLine, editionQuery } from './api.ts';
import { Differences } from './differences.tsx';
import styles from './regulation.module.css';

interface Props {
  readonly editions: readonly EditionLine[];
  /** Takes the text of an edition into the editor. */
  readonly onTake: (edition: string) => void;
}

/** Every edition, the newest first: since when, by whom, and what it changed. Older ones can be begun with anew. */
export function Editions({ editions, onTake }: Props) {
  const { t } = useTexts();
  return (
    <section className={styles.section} aria-labelledby="regulation-editions">
      <h2 id="regulation-editions">{t('regulation.editions')}</h2>
      <ul className={styles.list}>
        {editions.map((edition) => (
          <Line key={edition.edition} edition={edition} onTake={onTake} />
        ))}
      </ul>
    </section>
  );
}

function Line({ edition, onTake }: { edition: EditionLine; onTake: Props['onTake'] }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const panel = useId();
  const { state } = edition;
  return (
    <li data-edition={edition.edition}>
      <div className={styles.line}>
        <span className={styles.name}>{edition.edition}</span>
        <span className={state === 'in-force' ? styles.inForce : 'muted'}>{t(`regulation.state.${state}`)}</span>
        <span className="small muted">
          {t('regulation.since')} <Moment at={edition.inForceFrom} exact />
        </span>
        <span className="small muted">
          {edition.by === null ? t('regulation.file') : t('regulation.by', { name: edition.by })}
        </span>
      </div>
      <div className={styles.actions}>
        <button type="button" aria-expanded={open} aria-controls={panel} onClick={() => setOpen(!open)}>
          {open ? t('explain.hide') : t('regulation.changed')}
        </button>
        <button type="button" onClick={() => onTake(edition.edition)}>
          {t('regulation.take')}
        </button>
      </div>
      <div id={panel} hidden={!open}>
        {open ? <Changes edition={edition.edition} /> : null}
      </div>
    </li>
  );
}

function Changes({ edition }: { edition: string }) {
  const { t, language } = useTexts();
  const read = useQuery(editionQuery(edition, language));
  if (read.isPending) return <Loading rows={2} />;
  if (read.isError) return <Fault error={read.error} onRetry={() => void read.refetch()} />;
  const { differences } = read.data;
  return differences === null ? (
    <p className="muted">{t('regulation.first')}</p>
  ) : (
    <Differences differences={differences} />
  );
}
