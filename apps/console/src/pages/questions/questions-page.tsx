import { Button, Progress, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useHotline } from '../../app/hotline-context.ts';
import layout from '../../app/layout.module.css';
import { queryClient } from '../../app/query.ts';
import { useSession } from '../../app/session-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { count, localDate, monthName } from '../../time/format.ts';
import { platformNow } from '../../time/platform-clock.ts';
import { PageHeading } from '../../ui/page.tsx';
import { Empty, Fault, Loading, useProblemText } from '../../ui/states.tsx';
import type { Days } from '../manager/api.ts';
import { Behind } from '../manager/behind.tsx';
import { isDate } from '../manager/dates.ts';
import { PeriodControls } from '../manager/period-controls.tsx';
import { askForGroups, isUnderWay, type Questions, questionsQuery, tableAddress } from './api.ts';
import { QuestionItem } from './question-item.tsx';
import styles from './questions.module.css';
import { Hidden, Record } from './record.tsx';
import { useEdits } from './use-edits.ts';

const route = getRouteApi('/staff/manager/questions');
const periods = ['day', 'week', 'month'] as const;
const PAGE = 50;
/** What the service gives at once. */
const MOST = 500;

/** What people ask most, in a month unless said otherwise (ovk 3.2). */
export function QuestionsPage() {
  const { t, language } = useTexts();
  const { timeZone } = useHotline();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const days = daysOf(search, localDate(platformNow(), timeZone));
  const [typed, setTyped] = useState(search.search ?? '');
  const [wanted] = useDebouncedValue(typed.trim(), 250);
  const [limit, setLimit] = useState(PAGE);
  const list = useQuery({ ...questionsQuery(days, wanted, limit, language), placeholderData: keepPreviousData });
  const shown = list.data;
  return (
    <main id="main" className={layout.main}>
      <PageHeading title={t('questions.title')}>
        <a href={tableAddress(days, wanted)} download>
          {t('questions.csv')}
        </a>
      </PageHeading>
      <p className={styles.lead}>{t('questions.lead')}</p>
      <div className={styles.controls}>
        <PeriodControls days={days} onChange={(next) => void navigate({ search: next })} />
        <TextInput
          type="search"
          className={styles.search}
          aria-label={t('questions.search')}
          placeholder={t('questions.search')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      {list.isPending ? <Loading rows={6} height={96} /> : null}
      {list.isError && (shown === undefined || list.isPlaceholderData) ? (
        <Fault error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {shown === undefined ? null : <List questions={shown} days={days} isSearch={wanted !== ''} />}
      {shown !== undefined && shown.total > shown.items.length && limit < MOST ? (
        <Button variant="default" className={styles.next} onClick={() => setLimit(Math.min(MOST, limit + PAGE))}>
          {t('questions.next')}
        </Button>
      ) : null}
      <Behind
        asked={
          search.group === undefined || shown === undefined || list.isPlaceholderData
            ? null
            : { metric: 'question', key: search.group, from: shown.fromAt, to: shown.toAt }
        }
        onClose={() => void navigate({ search: days, resetScroll: false })}
      />
    </main>
  );
}

type Search = Readonly<Partial<Record<'period' | 'date' | 'from' | 'to', string>>>;

/** The days that the address names; this month where it names none. */
function daysOf({ period, date, from, to }: Search, today: string): Days {
  if (period === 'range' && isDate(from) && isDate(to)) return { period, from, to };
  return { period: periods.find((one) => one === period) ?? 'month', date: isDate(date) ? date : today };
}

function List({ questions, days, isSearch }: { questions: Questions; days: Days; isSearch: boolean }) {
  const { t, language } = useTexts();
  const { roles } = useSession();
  const edits = useEdits();
  const isManager = roles.includes('manager') || roles.includes('administrator');
  const { items, received, grouped, hidden } = questions;
  return (
    <>
      <Progressing questions={questions} days={days} mayAsk={isManager} />
      {items.length > 0 ? (
        <p className={styles.covered}>
          {t('questions.covered', { grouped: count(grouped, language), received: count(received, language) })}
        </p>
      ) : null}
      {items.length === 0 && isSearch ? <Empty title={t('questions.nothingFound')} /> : null}
      {items.length === 0 && !isSearch && !questions.months.some(isUnderWay) && questions.missing.length === 0 ? (
        <Empty title={t('questions.empty')}>
          <p>{t('questions.emptyHint')}</p>
        </Empty>
      ) : null}
      <ol className={styles.list} data-testid="questions">
        {items.map((question) => (
          <QuestionItem key={question.groupId} question={question} questions={questions} edits={edits} />
        ))}
      </ol>
      {isManager ? (
        <>
          <Hidden hidden={hidden} edits={edits} />
          <Record edits={edits} />
        </>
      ) : null}
    </>
  );
}

/** How far the months of the period are, what went wrong, and the way to have months grouped that nobody asked for yet. */
function Progressing({ questions, days, mayAsk }: { questions: Questions; days: Days; mayAsk: boolean }) {
  const { t, language } = useTexts();
  const problem = useProblemText();
  const ask = useMutation({
    mutationFn: askForGroups,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['questions'] }),
  });
  const notices = new Set(questions.months.flatMap(({ notice }) => notice ?? []));
  return (
    <>
      {questions.months.filter(isUnderWay).map(({ month, percent }) => (
        <div key={month} className={styles.progress} role="status">
          <p>{t('questions.grouping', { month: monthName(month, language) })}</p>
          <Progress.Root size="lg">
            <Progress.Section
              value={percent}
              aria-label={t('questions.grouping', { month: monthName(month, language) })}
            />
          </Progress.Root>
        </div>
      ))}
      {questions.months
        .filter(({ state }) => state === 'failed')
        .map(({ month }) => (
          <p key={month} role="alert" className={styles.notice}>
            {t('questions.failed', { month: monthName(month, language) })}
          </p>
        ))}
      {notices.has('embedding-away') ? <p className={styles.notice}>{t('questions.vectorsAway')}</p> : null}
      {notices.has('too-many-texts') ? <p className={styles.notice}>{t('questions.tooMany')}</p> : null}
      {questions.missing.length > 0 || questions.months.some(({ state }) => state === 'failed') ? (
        <Empty
          title={t('questions.missing', {
            months: questions.missing.map((one) => monthName(one, language)).join(', '),
          })}
        >
          {mayAsk ? (
            <Button loading={ask.isPending} onClick={() => ask.mutate(days)}>
              {t('questions.group')}
            </Button>
          ) : null}
          {ask.isError ? <p role="alert">{problem(ask.error)}</p> : null}
        </Empty>
      ) : null}
    </>
  );
}
