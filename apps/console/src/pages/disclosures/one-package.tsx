import { Button, Progress } from '@mantine/core';
import { displayNumber } from '@reglament/domain/request';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queryClient } from '../../app/query.ts';
import { sizeOf } from '../../files/size.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ClauseMark } from '../../ui/clause.tsx';
import { Moment } from '../../ui/moment.tsx';
import { sayAloud } from '../../ui/say.ts';
import { Fault, Loading } from '../../ui/states.tsx';
import { type Disclosure, entriesQuery, take } from './api.ts';
import styles from './disclosures.module.css';

/** One package: who demanded it and why, what is in it, when it was handed over. */
export function OnePackage({ disclosure }: { disclosure: Disclosure }) {
  const { t, language } = useTexts();
  const { number, by, reason, edition, clause, status, demandedAt, bytes } = disclosure;
  const title = t('disclosure.ofRequest', { number: displayNumber(number) });
  return (
    <li className={styles.one}>
      <h2>
        {title}{' '}
        <span className="muted">
          — {t(`disclosure.${status}`)}
          {status === 'ready' && bytes !== null ? `, ${sizeOf(bytes, t, language)}` : null}
        </span>
      </h2>
      <p>{t('disclosure.demanded', { by, reason })}</p>
      <p className="small muted">
        <Moment at={demandedAt} exact /> · {t('disclosure.by', { edition })} <ClauseMark number={clause} />
      </p>
      {status === 'ready' ? <Ready disclosure={disclosure} /> : null}
      <Handings disclosure={disclosure} />
    </li>
  );
}

function Ready({ disclosure }: { disclosure: Disclosure }) {
  const { t } = useTexts();
  const [part, setPart] = useState(0);
  const [open, setOpen] = useState(false);
  const taking = useMutation({
    mutationFn: () => take(disclosure, setPart),
    onMutate: () => setPart(0),
    onSuccess: () => sayAloud(t('disclosure.taken')),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['disclosures'] }),
  });
  const number = displayNumber(disclosure.number);
  return (
    <>
      <div>
        <Button variant="default" loading={taking.isPending} onClick={() => taking.mutate()}>
          {t('disclosure.take')}
        </Button>
      </div>
      {taking.isPending ? <Progress value={part * 100} aria-label={t('disclosure.taking', { number })} /> : null}
      {taking.isError ? <Fault error={taking.error} /> : null}
      <p>
        <span className="small muted">{t('disclosure.checksum')}</span>
        <br />
        <code className={styles.sum}>{disclosure.manifestSha256}</code>
      </p>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('disclosure.contents')}</summary>
        {open ? <Entries disclosureId={disclosure.disclosureId} /> : null}
      </details>
    </>
  );
}

type EntryWords = `disclosure.entry.${'manifest' | 'correspondence' | 'correspondenceData' | 'trail' | 'trailData'}`;

/** What is always in a package, in words beside its name; recordings and files have names of their own. */
const entryWords = new Map<string, EntryWords>([
  ['manifest.json', 'disclosure.entry.manifest'],
  ['correspondence.txt', 'disclosure.entry.correspondence'],
  ['correspondence.json', 'disclosure.entry.correspondenceData'],
  ['trail.txt', 'disclosure.entry.trail'],
  ['trail.json', 'disclosure.entry.trailData'],
]);

function Entries({ disclosureId }: { disclosureId: string }) {
  const { t, language } = useTexts();
  const entries = useQuery(entriesQuery(disclosureId));
  const wordsOf = (name: string) => {
    const key = entryWords.get(name);
    return key === undefined ? null : t(key);
  };
  if (entries.isPending) return <Loading rows={3} height={32} />;
  if (entries.isError) return <Fault error={entries.error} onRetry={() => void entries.refetch()} />;
  return (
    <ul className={styles.entries}>
      {entries.data.map(({ name, bytes, sha256 }) => (
        <li key={name}>
          {name}{' '}
          <span className="muted small">
            {[wordsOf(name), sizeOf(bytes, t, language)].filter((part) => part !== null).join(', ')}
          </span>
          <br />
          <code className={`${styles.sum} muted`}>{sha256}</code>
        </li>
      ))}
    </ul>
  );
}

function Handings({ disclosure: { handings, status } }: { disclosure: Disclosure }) {
  const { t } = useTexts();
  if (handings.length === 0)
    return status === 'ready' ? <p className="small muted">{t('disclosure.neverHanded')}</p> : null;
  return (
    <ul className={`${styles.entries} small muted`}>
      {handings.map(({ at, by }) => (
        <li key={at}>
          {t('disclosure.handed', { by })}, <Moment at={at} exact />
        </li>
      ))}
    </ul>
  );
}
