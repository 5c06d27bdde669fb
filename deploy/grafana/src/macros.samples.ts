/** A dashboard's range as Grafana gives it: both ends included, to the millisecond. */
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly intervalSeconds: number;
  readonly variables: Readonly<Record<string, string>>;
}

const sqlString = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * A panel's SQL as Grafana's ClickHouse plugin (version 4) sends it: variables first, then the plugin's macros, as
 * https://grafana.com/docs/plugins/grafana-clickhouse-datasource lists them.
 * @throws Error for a macro or variable it does not know: the plugin would send it as it stands
 */
export function asSent(rawSql: string, range: Range): string {
  const seconds = (ms: number) => `toDateTime(${Math.floor(ms / 1000)})`;
  const millis = (ms: number) => `fromUnixTimestamp64Milli(${ms})`;
  const sql = rawSql
    .replaceAll(/\$\{(\w+):sqlstring\}/g, (_, name: string) => sqlString(variable(range, name)))
    .replaceAll(/\$\{(\w+)\}/g, (_, name: string) => variable(range, name))
    .replaceAll(
      /\$__timeFilter_ms\(([^)]*)\)/g,
      (_, c: string) => `${c} >= ${millis(range.from)} AND ${c} <= ${millis(range.to)}`,
    )
    .replaceAll(
      /\$__timeFilter\(([^)]*)\)/g,
      (_, c: string) => `${c} >= ${seconds(range.from)} AND ${c} <= ${seconds(range.to)}`,
    )
    .replaceAll('$__fromTime_ms', millis(range.from))
    .replaceAll('$__toTime_ms', millis(range.to))
    .replaceAll('$__fromTime', seconds(range.from))
    .replaceAll('$__toTime', seconds(range.to))
    .replaceAll(
      /\$__timeInterval\(([^)]*)\)/g,
      (_, c: string) => `toStartOfInterval(toDateTime(${c}), INTERVAL ${range.intervalSeconds} second)`,
    )
    .replaceAll('$__interval_s', String(range.intervalSeconds));
  const left = /\$__\w+|\$\{\w+[^}]*\}/.exec(sql);
  if (left !== null) throw new Error(`Grafana's plugin knows nothing of ${left[0]}`);
  return sql;
}

function variable(range: Range, name: string): string {
  const value = range.variables[name];
  if (value === undefined) throw new Error(`The dashboard has no variable ${name}`);
  return value;
}
