import type { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog';

/** The id under which dashboards know ClickHouse; the data source's files say the same. */
export const DATA_SOURCE = { type: 'grafana-clickhouse-datasource', uid: 'reglament-clickhouse' } as const;
export const DATABASE = 'reglament';

/** A query as Grafana's ClickHouse plugin keeps it (plugin version 4). */
export interface ClickHouseQuery extends Dataquery {
  readonly refId: string;
  readonly datasource: typeof DATA_SOURCE;
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
 * A named query of reporting as Grafana sends it: the same text, so that a panel shows the page's number.
 * @throws Error when a parameter has no counterpart in Grafana
 */
export function inGrafana(sql: string): string {
  let text = sql;
  for (const [parameter, substitute] of Object.entries(SUBSTITUTES)) text = text.replaceAll(parameter, substitute);
  text = text.replaceAll(
    /\b(FROM|JOIN) (events|tenants|requests|clocks|status_facts|work_facts)\b/g,
    `$1 ${DATABASE}.$2`,
  );
  const left = /(?<!\$)\{\w+:\w+[^}]*\}/.exec(text);
  if (left !== null) throw new Error(`Grafana has no counterpart for ${left[0]}`);
  return text;
}

/** A panel's query. */
export class ClickHouseTarget implements Builder<ClickHouseQuery> {
  readonly #sql: string;
  readonly #kind: 'timeseries' | 'table';

  constructor(sql: string, kind: 'timeseries' | 'table' = 'table') {
    this.#sql = inGrafana(sql);
    this.#kind = kind;
  }

  build(): ClickHouseQuery {
    const query = {
      refId: 'A',
      datasource: DATA_SOURCE,
      editorType: 'sql' as const,
      format: this.#kind === 'table' ? (1 as const) : (0 as const),
      queryType: this.#kind,
      rawSql: this.#sql,
    };
    // The SDK tells queries apart by this method; as a hidden property it stays out of the files.
    return Object.defineProperty(query, '_implementsDataqueryVariant', { value: () => undefined }) as ClickHouseQuery;
  }
}
