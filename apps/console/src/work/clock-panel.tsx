import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useHotline } from '../app/hotline-context.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { duration, nearMoment } from '../time/format.ts';
import { platformNow } from '../time/platform-clock.ts';
import { ClauseMark } from '../ui/clause.tsx';
import { Moment } from '../ui/moment.tsx';
import { Fault, Loading } from '../ui/states.tsx';
import { clocksQuery } from './api.ts';
import styles from './clock-panel.module.css';
import { Countdown } from './countdown.tsx';
import { FormerPromises } from './former-promises.tsx';
import type { Explanation, RequestClock } from './types.ts';

/** Every clock of a request, those that run first; each can be explained so that it can be checked by hand. */
export function ClockPanel({ requestId }: { requestId: string }) {
  const { t } = useTexts();
  const clocks = useQuery(clocksQuery(requestId));
  if (clocks.isPending) return <Loading rows={2} />;
  if (clocks.isError) return <Fault error={clocks.error} onRetry={() => void clocks.refetch()} />;
  if (clocks.data.length === 0) return <p className="muted">{t('clock.none')}</p>;
  const order = { running: 0, paused: 1, stopped: 2 } as const;
  const sorted = [...clocks.data].sort(
    (a, b) => order[a.state] - order[b.state] || (a.startedAt < b.startedAt ? -1 : 1),
  );
  return (
    <ul className={styles.clocks}>
      {sorted.map((clock) => (
        <ClockLine key={clock.clockId} clock={clock} />
      ))}
    </ul>
  );
}

function ClockLine({ clock }: { clock: RequestClock }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const panel = useId();
  return (
    <li className={styles.clock}>
      <div className={styles.head}>
        <span>
          {clock.name} <ClauseMark number={clock.clause} />
        </span>
        {clock.state === 'stopped' ? (
          <Verdict clock={clock} />
        ) : (
          <Countdown clocks={[{ ...clock, warned: false }]} withName={false} />
        )}
      </div>
      <div className={`small ${styles.quiet}`}>
        {clock.state === 'paused' ? null : clock.dueAt === null ? (
          t('clock.noTarget')
        ) : (
          <>
            {t('clock.due')} <Moment at={clock.dueAt} />
          </>
        )}
      </div>
      <button
        type="button"
        className={styles.explain}
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => setOpen(!open)}
      >
        {open ? t('explain.hide') : t('explain.show')}
      </button>
      <div id={panel} hidden={!open}>
        {open ? <Timeline explanation={clock.explanation} /> : null}
        {open ? <FormerPromises former={clock.former} /> : null}
      </div>
    </li>
  );
}

function Verdict({ clock }: { clock: RequestClock }) {
  const { t } = useTexts();
  const verdict = clock.verdict ?? 'cancelled';
  const tone = verdict === 'kept' ? styles.kept : verdict === 'broken' ? styles.broken : styles.quiet;
  return <span className={`${styles.verdict} ${tone}`}>{t(`clock.verdict.${verdict}`)}</span>;
}

/** From start to due (or stop or now): every stretch in order, drawn and written, and the sum of what counted. */
export function Timeline({ explanation }: { explanation: Explanation }) {
  const { t, language, word } = useTexts();
  const wording = explanation.clauseText ?? '';
  const length = (span: Explanation['spans'][number]) => new Date(span.to).getTime() - new Date(span.from).getTime();
  return (
    <div>
      {wording === '' ? null : <p className="written small">{wording}</p>}
      <p className="small">
        {explanation.withinMs === null
          ? t('explain.noTarget')
          : t(explanation.time === 'working' ? 'explain.withinWorking' : 'explain.withinElapsed', {
              length: duration(explanation.withinMs, language),
            })}{' '}
        {explanation.setBy === null ? null : `${t('explain.setBy', { by: word('fact', explanation.setBy) })} `}
        {t('regulation.edition', { edition: explanation.edition })}{' '}
        {t('explain.calendar', { calendar: explanation.calendar, zone: word('zone', explanation.timeZone) })}
      </p>
      <div className={styles.strip} aria-hidden>
        {explanation.spans.map((span) => (
          <span
            key={span.from}
            className={styles[span.is]}
            style={{ flexGrow: Math.max(1, Math.sqrt(length(span) / 60_000)), flexBasis: 4 }}
          />
        ))}
      </div>
      <table className={styles.spans}>
        <tbody>
          {explanation.spans.map((span) => (
            <tr key={span.from}>
              <td>
                <span className={`${styles.swatch} ${styles[span.is]}`} aria-hidden />
                <Stretch from={span.from} to={span.to} />
                <br />
                <span className={styles.quiet}>
                  {[t(`explain.${span.is}`), span.why === null ? '' : word('fact', span.why)]
                    .filter((text) => text !== '')
                    .join(': ')}
                </span>
              </td>
              <td className={`${styles.length} ${span.is === 'counted' ? '' : styles.quiet}`}>
                {duration(length(span), language)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{t('explain.sum')}</td>
            <td className={styles.length}>{duration(explanation.countedMs, language)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Stretch({ from, to }: { from: string; to: string }) {
  const { language } = useTexts();
  const { timeZone } = useHotline();
  const moment = (at: string) => nearMoment(new Date(at).getTime(), platformNow(), timeZone, language);
  return (
    <>
      {moment(from)} – {moment(to)}
    </>
  );
}
