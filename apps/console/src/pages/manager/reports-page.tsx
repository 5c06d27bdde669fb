import { Button, Progress, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useHotline } from '../../app/hotline-context.ts';
import layout from '../../app/layout.module.css';
import { useTexts } from '../../i18n/use-texts.ts';
import { dateTime, monthName, plainDate } from '../../time/format.ts';
import { PageHeading } from '../../ui/page.tsx';
import { Empty, Fault, Loading, useProblemText } from '../../ui/states.tsx';
import { isMonth } from './dates.ts';
import styles from './reports.module.css';
import {
  askForReport,
  type Delivery,
  fileAddress,
  reportsQuery,
  type StoredReport,
  type StoredReports,
  sendReport,
} from './reports-api.ts';

/** Reports that were made, those being made, and how their letters fare. */
export function ReportsPage() {
  const { t, language } = useTexts();
  const reports = useQuery(reportsQuery(language));
  return (
    <main id="main" className={layout.main}>
      <title>{`${t('reports.title')} · Reglament`}</title>
      <PageHeading title={t('reports.title')} />
      <p className="muted">{t('reports.about')}</p>
      {reports.isPending ? <Loading rows={4} height={90} /> : null}
      {reports.isError && reports.data === undefined ? (
        <Fault error={reports.error} onRetry={() => void reports.refetch()} />
      ) : null}
      {reports.data === undefined ? null : (
        <>
          <Ask reports={reports.data} onAsked={() => void reports.refetch()} />
          <p className="muted small">
            {reports.data.recipients.length === 0
              ? t('reports.nobody')
              : t('reports.recipients', { list: reports.data.recipients.join(', ') })}
          </p>
          {reports.data.items.length === 0 ? <Empty title={t('reports.empty')} /> : null}
          <ul className={styles.list}>
            {reports.data.items.map((report) => (
              <Item key={report.reportId} report={report} onSent={() => void reports.refetch()} />
            ))}
          </ul>
        </>
      )}
    </main>
  );
}

/** A month by hand; one that is there already stays as it was made. */
function Ask({ reports, onAsked }: { reports: StoredReports; onAsked: () => void }) {
  const { t } = useTexts();
  const say = useProblemText();
  const [month, setMonth] = useState(reports.lastMonth);
  const ask = useMutation({ mutationFn: askForReport, onSettled: onAsked });
  return (
    <form
      className={styles.ask}
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate(month);
      }}
    >
      <TextInput
        type="month"
        label={t('reports.month')}
        value={month}
        max={reports.lastMonth}
        onChange={(event) => isMonth(event.currentTarget.value) && setMonth(event.currentTarget.value)}
        error={ask.isError ? say(ask.error) : null}
      />
      <Button type="submit" loading={ask.isPending}>
        {t('reports.make')}
      </Button>
    </form>
  );
}

function Item({ report, onSent }: { report: StoredReport; onSent: () => void }) {
  const { t, language } = useTexts();
  const { timeZone } = useHotline();
  const name = useNameOf(report);
  return (
    <li className={styles.item} data-state={report.state}>
      <div className={styles.head}>
        <h2>{name}</h2>
        <span className="muted small">
          {report.madeAt === null
            ? t(`reports.${report.state}`)
            : t('reports.madeAt', { at: dateTime(report.madeAt, timeZone, language) })}
        </span>
      </div>
      {report.state === 'making' || report.state === 'waiting' ? (
        <Progress.Root size="lg" className={styles.progress}>
          <Progress.Section value={report.percent} aria-label={t('reports.progress', { name })} />
        </Progress.Root>
      ) : null}
      {report.failure === null ? null : <p role="alert">{t('reports.madeNot', { why: report.failure })}</p>}
      <Files report={report} />
      <Letters report={report} onSent={onSent} />
    </li>
  );
}

function useNameOf({ kind, from, to }: StoredReport): string {
  const { t, language } = useTexts();
  if (kind === 'month') return t('reports.ofMonth', { month: monthName(from.slice(0, 7), language) });
  if (kind === 'day') return t('reports.ofDay', { day: plainDate(from, language) });
  return t('reports.ofWeek', { from: plainDate(from, language), to: plainDate(to, language) });
}

function Files({ report }: { report: StoredReport }) {
  const { t } = useTexts();
  if (report.files.length === 0) return null;
  return (
    <ul className={styles.files}>
      {report.files.map(({ language, format, sha256 }) => (
        <li key={`${language} ${format}`}>
          <a href={fileAddress(report.reportId, format, language)} download title={`SHA-256 ${sha256}`}>
            {t(`reports.${format}`, { language: t(`reports.in.${language}`) })}
          </a>
        </li>
      ))}
      <li>
        <Link to="/manager/report" search={{ month: report.from.slice(0, 7) }}>
          {t('reports.page')}
        </Link>
      </li>
    </ul>
  );
}

function Letters({ report, onSent }: { report: StoredReport; onSent: () => void }) {
  const { t } = useTexts();
  const say = useProblemText();
  const send = useMutation({ mutationFn: sendReport, onSettled: onSent });
  if (report.state !== 'ready') return null;
  return (
    <div className={styles.letters}>
      <ul>
        {report.letters.map((letter) => (
          <LetterLine key={letter.letterId} letter={letter} />
        ))}
      </ul>
      {report.letters.some(({ status }) => status === 'pending') ? null : (
        <Button
          size="compact-sm"
          variant="default"
          loading={send.isPending}
          onClick={() => send.mutate(report.reportId)}
        >
          {t(report.letters.length === 0 ? 'reports.send' : 'reports.sendAgain')}
        </Button>
      )}
      {send.isError ? <p role="alert">{say(send.error)}</p> : null}
    </div>
  );
}

function LetterLine({ letter }: { letter: Delivery }) {
  const { t, language } = useTexts();
  const { timeZone } = useHotline();
  const { recipient, status, failure } = letter;
  const at = (moment: string | null) => (moment === null ? '' : dateTime(moment, timeZone, language));
  return (
    <li data-status={status}>
      {status === 'sent' ? t('reports.sentTo', { recipient, at: at(letter.sentAt) }) : null}
      {status === 'failed' ? t('reports.notSentTo', { recipient, why: failure ?? '' }) : null}
      {status === 'pending' && failure === null ? t('reports.sendingTo', { recipient }) : null}
      {status === 'pending' && failure !== null
        ? t('reports.againTo', { recipient, why: failure, at: at(letter.nextAttemptAt) })
        : null}
    </li>
  );
}
