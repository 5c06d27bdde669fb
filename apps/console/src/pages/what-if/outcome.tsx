import { displayNumber } from '@reglament/domain/request';
import type { Outcome, RuleSummary, Standing } from '@reglament/domain/what-if';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { count } from '../../time/format.ts';
import { ClauseMark } from '../../ui/clause.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Fault, Loading } from '../../ui/states.tsx';
import { Timeline } from '../../work/clock-panel.tsx';
import { explainedQuery, type MovedRequest, type Replayed } from './api.ts';
import styles from './what-if.module.css';

const standings = ['kept', 'broken', 'open', 'cancelled'] as const satisfies readonly Standing[];

/** By clause: how promises stood and would stand; under each, what would end otherwise. */
export function ReplayOutcome({ replayed }: { replayed: Replayed }) {
  const { t, language } = useTexts();
  const changed = replayed.summaries.flatMap((one) => one.changes).reduce((sum, one) => sum + one.count, 0);
  return (
    <section aria-labelledby="what-if-outcome" className={styles.outcome}>
      <h2 id="what-if-outcome">{t('whatIf.outcome')}</h2>
      <p data-testid="what-if-changed">
        {changed === 0
          ? t('whatIf.nothingChanges', { requests: count(replayed.total, language) })
          : t('whatIf.changes', { count: changed, requests: count(replayed.total, language) })}
      </p>
      {replayed.summaries.map((summary) => (
        <RuleOutcome key={summary.rule} summary={summary} replayed={replayed} />
      ))}
    </section>
  );
}

function RuleOutcome({ summary, replayed }: { summary: RuleSummary<string>; replayed: Replayed }) {
  const { t, language } = useTexts();
  const rule = replayed.rules.find((one) => one.rule === summary.rule);
  const number = (value: number) => count(value, language);
  return (
    <article className={styles.rule} data-rule={summary.rule}>
      <h3>
        {rule?.name ?? summary.rule} <ClauseMark number={rule?.clause} />
      </h3>
      <dl className={styles.figures}>
        {standings
          .filter((standing) => summary.before[standing] + summary.after[standing] > 0)
          .map((standing) => (
            <div key={standing}>
              <dt>{t(`whatIf.${standing}`)}</dt>
              <dd>
                {summary.before[standing] === summary.after[standing] ? (
                  number(summary.before[standing])
                ) : (
                  <>
                    <span className="muted">{number(summary.before[standing])} → </span>
                    <strong>{number(summary.after[standing])}</strong>
                  </>
                )}
              </dd>
            </div>
          ))}
      </dl>
      {summary.changes.map((change) => (
        <ChangeList key={`${change.before} ${change.after}`} change={change} replayed={replayed} />
      ))}
    </article>
  );
}

function ChangeList({ change, replayed }: { change: Outcome<string>; replayed: Replayed }) {
  const { t } = useTexts();
  const { moved } = change;
  // Answered while its clock stood still, a promise has no moment, though its rule has a target.
  const noMoment = (side: 'dueBefore' | 'dueAfter') =>
    moved.some((request) => request[side] !== null) ? t('clock.paused') : t('clock.noTarget');
  const without = { before: noMoment('dueBefore'), after: noMoment('dueAfter') };
  return (
    <details className={styles.change}>
      <summary>
        {t('whatIf.moved', {
          before: t(`whatIf.${change.before}`),
          after: t(`whatIf.${change.after}`),
          count: change.count,
        })}
      </summary>
      <ul>
        {moved.map((request) => (
          <MovedLine
            key={`${request.requestId} ${request.run}`}
            request={request}
            rule={change.rule}
            replayed={replayed}
            without={without}
          />
        ))}
      </ul>
      {change.count > moved.length ? <p className="small muted">{t('whatIf.first', { shown: moved.length })}</p> : null}
    </details>
  );
}

interface MovedProps {
  readonly request: MovedRequest;
  readonly rule: string;
  readonly replayed: Replayed;
  /** What stands in the place of a due moment that there is not. */
  readonly without: { readonly before: string; readonly after: string };
}

function MovedLine({ request, rule, replayed, without }: MovedProps) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const panel = useId();
  const due = (at: string | null, otherwise: string) => (at === null ? otherwise : <Moment at={at} />);
  return (
    <li>
      <div className={styles.moved}>
        <Link to="/agent/$requestId" params={{ requestId: request.requestId }}>
          {request.number === null ? t('whatIf.request') : displayNumber(request.number)}
        </Link>
        <span className="small muted">
          {t('clock.due')} {due(request.dueBefore, without.before)} → {due(request.dueAfter, without.after)}
        </span>
        <button type="button" aria-expanded={open} aria-controls={panel} onClick={() => setOpen(!open)}>
          {open ? t('explain.hide') : t('whatIf.compare')}
        </button>
      </div>
      <div id={panel} hidden={!open}>
        {open ? <Both request={request} rule={rule} replayed={replayed} /> : null}
      </div>
    </li>
  );
}

/** The same promise counted out twice. */
function Both({ request, rule, replayed }: { request: MovedRequest; rule: string; replayed: Replayed }) {
  const { t, language } = useTexts();
  const explained = useQuery(explainedQuery(replayed.draft, rule, request, language));
  if (explained.isPending) return <Loading rows={2} />;
  if (explained.isError) return <Fault error={explained.error} onRetry={() => void explained.refetch()} />;
  return (
    <div className={styles.both}>
      {(['before', 'after'] as const).map((side) => {
        const explanation = explained.data[side];
        return (
          <section key={side} aria-label={t(`whatIf.${side}`)}>
            <h4>{t(`whatIf.${side}`)}</h4>
            {explanation === null ? (
              <p className="muted">{t('whatIf.noPromise')}</p>
            ) : (
              <Timeline explanation={explanation} />
            )}
          </section>
        );
      })}
    </div>
  );
}
