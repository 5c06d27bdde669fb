/** The data sources, by the ids under which panels know them; the files of the data sources say the same. */
export const ARCHIVE = { type: 'grafana-clickhouse-datasource', uid: 'reglament-clickhouse' } as const;
export const METRICS = { type: 'prometheus', uid: 'reglament-prometheus' } as const;
export type Source = typeof ARCHIVE | typeof METRICS;

export const DATABASE = 'reglament';
