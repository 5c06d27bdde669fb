import type { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import { ARCHIVE, METRICS } from './sources.ts';

/** A query as Grafana's ClickHouse plugin keeps it (plugin version 4). */
export interface ClickHouseQuery extends Dataquery {
  readonly refId: string;
  readonly datasource: typeof ARCHIVE;
  readonly editorType: 'sql';
  /** 0: time series, 1: table. */
  readonly format: 0 | 1;
  readonly queryType: 'timeseries' | 'table';
  readonly rawSql: string;
}

/** Grafana's own names in place of the named query's parameters. Grafana's range ends with its last millisecond, ours before the next. */
const SUBSTITUTES: Readonly<Record<string, string>> = {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Grafana's own placeholder, quoted by Grafana
  '{tenant:String}': '${tenant:sqlstring}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Grafana's own placeholder, quoted by Grafana
  '{zone:String}': '${zone:sqlstring}',
  "{from:DateTime64(3, 'UTC')}": '$__fromTime_ms',
  "{to:DateTime64(3, 'UTC')}": '($__toTime_ms + INTERVAL 1 MILLISECOND)',
};

/**
 * A named query of reporting as Grafana sends it: the same text, so that a panel shows the page's number. Tables are named without
 * their database: it is the data source's, the archive's own or that of one tenant's reader.
 * @throws Error when a parameter has no counterpart in Grafana
 */
export function inGrafana(sql: string): string {
  let text = sql;
  for (const [parameter, substitute] of Object.entries(SUBSTITUTES)) text = text.replaceAll(parameter, substitute);
  const left = /(?<!\$)\{\w+:\w+[^}]*\}/.exec(text);
  if (left !== null) throw new Error(`Grafana has no counterpart for ${left[0]}`);
  return text;
}

/** The SDK tells queries apart by this method; as a hidden property it stays out of the files. */
const asDataquery = <Q extends object>(query: Q): Q & Dataquery =>
  Object.defineProperty(query, '_implementsDataqueryVariant', { value: () => undefined }) as Q & Dataquery;

/** A panel's query of the archive. */
export class ClickHouseTarget implements Builder<ClickHouseQuery> {
  readonly #sql: string;
  readonly #kind: 'timeseries' | 'table';
  readonly #refId: string;

  constructor(sql: string, kind: 'timeseries' | 'table' = 'table', refId = 'A') {
    this.#sql = inGrafana(sql);
    this.#kind = kind;
    this.#refId = refId;
  }

  build(): ClickHouseQuery {
    return asDataquery({
      refId: this.#refId,
      datasource: ARCHIVE,
      editorType: 'sql' as const,
      format: this.#kind === 'table' ? (1 as const) : (0 as const),
      queryType: this.#kind,
      rawSql: this.#sql,
    });
  }
}

/** A query as Grafana's Prometheus data source keeps it. */
export interface PrometheusQuery extends Dataquery {
  readonly refId: string;
  readonly datasource: typeof METRICS;
  readonly expr: string;
  readonly legendFormat: string;
  readonly instant: boolean;
  readonly range: boolean;
}

/** A panel's query of the services' metrics. `legend` may name labels as `{{service}}`. */
export class PrometheusTarget implements Builder<PrometheusQuery> {
  readonly #query: Omit<PrometheusQuery, keyof Dataquery>;

  constructor(expr: string, legend = '', options: { readonly instant?: boolean; readonly refId?: string } = {}) {
    const instant = options.instant ?? false;
    const refId = options.refId ?? 'A';
    this.#query = { refId, datasource: METRICS, expr, legendFormat: legend, instant, range: !instant };
  }

  build(): PrometheusQuery {
    return asDataquery({ ...this.#query });
  }
}
