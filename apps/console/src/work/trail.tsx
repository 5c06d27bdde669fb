import { useNames } from '../app/hotline-context.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { lengthOf } from '../time/format.ts';
import { ClauseMark } from '../ui/clause.tsx';
import { Moment } from '../ui/moment.tsx';
import styles from './trail.module.css';
import type { TrailEntry } from './types.ts';

/** Who did what and when, newest first. It only ever grows. */
export function Trail({ trail }: { trail: readonly TrailEntry[] }) {
  const { t, word } = useTexts();
  const newest = [...trail].sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <ol className={styles.trail}>
      {newest.map((entry) => (
        <li key={`${entry.at}${entry.verb}${entry.by.id}`}>
          <div>
            {word('trail', entry.verb)} <Particular entry={entry} />
          </div>
          <div className="small muted">
            <Moment at={entry.at} />
            {/* An exchange with an API key acts under its own name; a rule has none. */}
            {entry.by.kind === 'platform' && entry.by.id === 'platform'
              ? `, ${t('trail.byPlatform')}`
              : entry.by.name === ''
                ? ''
                : `, ${entry.by.name}`}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** The one detail a reader looks for: whom, why, how it ended. */
function Particular({ entry }: { entry: TrailEntry }) {
  const { t, word } = useTexts();
  const names = useNames();
  const text = (key: string) => {
    const value = entry.detail[key];
    return typeof value === 'string' ? value : '';
  };
  const agent = entry.detail.agent;
  if (typeof agent === 'object' && agent !== null && 'name' in agent) return <strong>{String(agent.name)}</strong>;
  const outcome = text('outcome');
  if (outcome !== '') return <span>— {word('call', outcome)}</span>;
  const reason = text('reason');
  if (reason !== '') {
    return (
      <span>
        — {names.reason(reason)} <ClauseMark number={text('clause')} />
      </span>
    );
  }
  const length = entry.detail.lengthMs;
  if (typeof length === 'number') return <span>— {lengthOf(length)}</span>;
  const files = entry.detail.attachments;
  if (Array.isArray(files)) return <span>— {t('trail.files', { count: files.length })}</span>;
  const vendor = text('to') || text('vendor');
  return vendor === '' ? null : <span>— {names.vendor(vendor)}</span>;
}
