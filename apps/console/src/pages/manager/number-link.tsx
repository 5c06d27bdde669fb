import { getRouteApi, Link } from '@tanstack/react-router';
import { useSession } from '../../app/session-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { count } from '../../time/format.ts';

const route = getRouteApi('/staff/manager');

interface Props {
  readonly value: number;
  /** What the number counts, read out before it. */
  readonly label: string;
  readonly metric: string;
  readonly of?: string | undefined;
  /** Counted as of this moment and not of the period’s end. */
  readonly until?: string | undefined;
  readonly className?: string | undefined;
}

/** A number that leads to the requests it counts, for those who may see them. Nought leads nowhere. */
export function NumberLink({ value, label, metric, of, until, className }: Props) {
  const { language } = useTexts();
  const { period, date, from, to } = route.useSearch();
  const roles = useSession().roles;
  const mayLook = roles.includes('manager') || roles.includes('administrator');
  if (!mayLook && value > 0) return <span className={className}>{count(value, language)}</span>;
  if (value === 0) return <span className="muted">0</span>;
  return (
    <Link
      to="/manager"
      search={{
        ...(period === undefined ? {} : { period }),
        ...(date === undefined ? {} : { date }),
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        ...(until === undefined ? {} : { until }),
        metric,
        ...(of === undefined ? {} : { key: of }),
      }}
      resetScroll={false}
      aria-label={`${label}: ${count(value, language)}`}
      className={className}
      data-metric={metric}
    >
      {count(value, language)}
    </Link>
  );
}
