/** The kinds of panels the boards are made of: each takes what it shows and says what it counts. */
import { PanelBuilder as BarChart } from '@grafana/grafana-foundation-sdk/barchart';
import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import { VizLegendOptionsBuilder } from '@grafana/grafana-foundation-sdk/common';
import type { DynamicConfigValue, Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder as Stat } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as Table } from '@grafana/grafana-foundation-sdk/table';
import { PanelBuilder as TimeSeries } from '@grafana/grafana-foundation-sdk/timeseries';
import { definitions } from '../../../apps/reporting/statistics/definitions.ts';
import { ClickHouseTarget, PrometheusTarget } from './query.ts';
import { ARCHIVE, METRICS } from './sources.ts';

export interface Look {
  readonly title: string;
  readonly description: string;
  /** Of Grafana's 24 columns. */
  readonly width: number;
  readonly height?: number;
  /** Grafana's unit, such as `ms` or `s`. */
  readonly unit?: string;
}

export type Columns = Readonly<Record<string, readonly DynamicConfigValue[]>>;

/** The manager's own definition of a figure. @throws Error when there is none */
export const defined = (figure: string): string => {
  const text = definitions[figure]?.en;
  if (text === undefined) throw new Error(`There is no definition of ${figure}`);
  return text;
};

/** How many requests a set holds. */
export const size = (set: string): string => `SELECT uniqExact(request_id) AS count FROM (${set})`;

/** One number from the archive. */
export function figure(look: Look, sql: string): Builder<Panel> {
  const panel = new Stat()
    .title(look.title)
    .description(look.description)
    .datasource(ARCHIVE)
    .span(look.width)
    .height(look.height ?? 4)
    .noValue('0')
    .withTarget(new ClickHouseTarget(sql));
  return look.unit === undefined ? panel : panel.unit(look.unit);
}

/** A bar for each key, in the order of the rows. */
export function bars(look: Look, sql: string): Builder<Panel> {
  return new BarChart()
    .title(look.title)
    .description(look.description)
    .datasource(ARCHIVE)
    .span(look.width)
    .height(look.height ?? 8)
    .xField('key')
    .min(0)
    .decimals(0)
    .legend(new VizLegendOptionsBuilder().showLegend(false))
    .withTarget(new ClickHouseTarget(sql));
}

/** Lines over time from the archive; every column but `time` is a line. */
export function lines(look: Look, sql: string): Builder<Panel> {
  return new TimeSeries()
    .title(look.title)
    .description(look.description)
    .datasource(ARCHIVE)
    .span(look.width)
    .height(look.height ?? 8)
    .unit(look.unit ?? 'short')
    .min(0)
    .fillOpacity(20)
    .withTarget(new ClickHouseTarget(sql, 'timeseries'));
}

/** Rows from the archive; `columns` names and colours them. */
export function table(look: Look, sql: string, columns: Columns = {}): Builder<Panel> {
  const panel = new Table()
    .title(look.title)
    .description(look.description)
    .datasource(ARCHIVE)
    .span(look.width)
    .height(look.height ?? 8)
    .noValue('–')
    .withTarget(new ClickHouseTarget(sql));
  for (const [name, values] of Object.entries(columns)) panel.overrideByName(name, [...values]);
  return panel;
}

/** One number of the services' metrics, now; above `alarm` it is red. */
export function gauge(look: Look, expr: string, alarm?: number): Builder<Panel> {
  const panel = new Stat()
    .title(look.title)
    .description(look.description)
    .datasource(METRICS)
    .span(look.width)
    .height(look.height ?? 4)
    .noValue('no data')
    .unit(look.unit ?? 'short')
    .withTarget(new PrometheusTarget(expr, '', { instant: true }));
  return alarm === undefined ? panel : panel.overrideByName('Value', [...redFrom(alarm)]);
}

/** Lines of the services' metrics, one for each series. */
export function trend(look: Look, expr: string, legend: string): Builder<Panel> {
  return new TimeSeries()
    .title(look.title)
    .description(look.description)
    .datasource(METRICS)
    .span(look.width)
    .height(look.height ?? 8)
    .unit(look.unit ?? 'short')
    .min(0)
    .fillOpacity(10)
    .withTarget(new PrometheusTarget(expr, legend));
}

export const named = (value: string): DynamicConfigValue => ({ id: 'displayName', value });
export const unit = (value: string): DynamicConfigValue => ({ id: 'unit', value });
export const duration = unit('ms');

/** Red from this value on. */
export const redFrom = (value: number): readonly DynamicConfigValue[] => [
  { id: 'custom.cellOptions', value: { type: 'color-text' } },
  {
    id: 'thresholds',
    value: {
      mode: 'absolute',
      steps: [
        { value: null, color: 'text' },
        { value, color: 'red' },
      ],
    },
  },
];
export const bad = redFrom(1);

/** Cells of a heat map: the more, the deeper. */
export const warmth: readonly DynamicConfigValue[] = [
  { id: 'custom.cellOptions', value: { type: 'color-background', mode: 'basic' } },
  { id: 'custom.width', value: 36 },
  { id: 'color', value: { mode: 'continuous-blues' } },
];
