import { PanelBuilder as BarChart } from '@grafana/grafana-foundation-sdk/barchart';
import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import { VizLegendOptionsBuilder } from '@grafana/grafana-foundation-sdk/common';
import type { DynamicConfigValue, Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder as Stat } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as Table } from '@grafana/grafana-foundation-sdk/table';
import { PanelBuilder as TimeSeries } from '@grafana/grafana-foundation-sdk/timeseries';
import { definitions } from '../../../apps/reporting/statistics/definitions.ts';
import * as queries from '../../../apps/reporting/statistics/queries.ts';
import { QUEUE, SETS } from '../../../apps/reporting/statistics/sets.ts';
import { ClickHouseTarget, DATA_SOURCE } from './query.ts';

const defined = (figure: string): string => {
  const text = definitions[figure]?.en;
  if (text === undefined) throw new Error(`There is no definition of ${figure}`);
  return text;
};

interface Look {
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height?: number;
}

const size = (set: string): string => `SELECT uniqExact(request_id) AS count FROM (${set})`;

/** One number. */
function figure(look: Look, set: string): Builder<Panel> {
  return new Stat()
    .title(look.title)
    .description(look.description)
    .datasource(DATA_SOURCE)
    .span(look.width)
    .height(look.height ?? 4)
    .noValue('0')
    .withTarget(new ClickHouseTarget(size(set)));
}

/** A bar for each key, the longest first. */
function bars(look: Look, sql: string): Builder<Panel> {
  return new BarChart()
    .title(look.title)
    .description(look.description)
    .datasource(DATA_SOURCE)
    .span(look.width)
    .height(look.height ?? 8)
    .xField('key')
    .min(0)
    .decimals(0)
    .legend(new VizLegendOptionsBuilder().showLegend(false))
    .withTarget(new ClickHouseTarget(sql));
}

function table(
  look: Look,
  sql: string,
  columns: Readonly<Record<string, readonly DynamicConfigValue[]>> = {},
): Builder<Panel> {
  const panel = new Table()
    .title(look.title)
    .description(look.description)
    .datasource(DATA_SOURCE)
    .span(look.width)
    .height(look.height ?? 8)
    .noValue('–')
    .withTarget(new ClickHouseTarget(sql));
  for (const [name, values] of Object.entries(columns)) panel.overrideByName(name, [...values]);
  return panel;
}

const named = (value: string): DynamicConfigValue => ({ id: 'displayName', value });
const duration: DynamicConfigValue = { id: 'unit', value: 'ms' };
const bad: DynamicConfigValue[] = [
  { id: 'custom.cellOptions', value: { type: 'color-text' } },
  {
    id: 'thresholds',
    value: {
      mode: 'absolute',
      steps: [
        { value: null, color: 'text' },
        { value: 1, color: 'red' },
      ],
    },
  },
];

/** Received and resolved over the day, in steps that fit the screen; the bucket's moment is Grafana's own. */
const FLOW = `SELECT $__timeInterval(at) AS time,
  uniqExactIf(request_id, status = 'received') AS received, uniqExactIf(request_id, status = 'resolved') AS resolved
FROM status_facts
WHERE tenant = {tenant:String} AND status IN ('received', 'resolved') AND $__timeFilter_ms(at)
GROUP BY time ORDER BY time`;

/** The two promises that every regulation of a hotline makes about a new request: it is placed, and it is given to somebody. */
const FIRST_PROMISES = `SELECT rule, clause, kept, broken, running FROM (${queries.clocks.sql})
WHERE rule IN ('placement', 'moderation') ORDER BY clause, rule`;

/** The panels in rows, from what a moderator needs at once to what a manager reads at leisure. */
export const rows: readonly { readonly title: string; readonly panels: readonly Builder<Panel>[] }[] = [
  {
    title: 'Now',
    panels: [
      figure({ title: 'Received', description: defined('received'), width: 4 }, SETS.received ?? ''),
      figure({ title: 'In the queue', description: defined('queue'), width: 4 }, QUEUE),
      figure({ title: 'Open', description: defined('open'), width: 4 }, SETS.open ?? ''),
      figure({ title: 'Resolved', description: defined('resolved'), width: 4 }, SETS.resolved ?? ''),
      figure({ title: 'Cancelled', description: defined('cancelled'), width: 4 }, SETS.cancelled ?? ''),
      figure({ title: 'Declined', description: defined('declined'), width: 4 }, SETS.declined ?? ''),
      new TimeSeries()
        .title('Received and resolved')
        .description(`${defined('received')} ${defined('resolved')}`)
        .datasource(DATA_SOURCE)
        .span(16)
        .height(8)
        .min(0)
        .decimals(0)
        .fillOpacity(20)
        .withTarget(new ClickHouseTarget(FLOW, 'timeseries')),
      table(
        {
          title: 'First promises: placement and moderation',
          description: `How new requests are met. ${defined('kept')} ${defined('broken')}`,
          width: 8,
        },
        FIRST_PROMISES,
        { broken: bad },
      ),
    ],
  },
  {
    title: 'What came in',
    panels: [
      bars({ title: 'By channel', description: defined('received'), width: 6 }, queries.receivedBy.channel.sql),
      bars({ title: 'By category', description: defined('received'), width: 10 }, queries.receivedBy.category.sql),
      bars(
        {
          title: 'By hour of the day',
          description: `${defined('received')} The hours are the tenant’s own.`,
          width: 8,
        },
        `SELECT key, count FROM (${queries.receivedBy.hour.sql}) ORDER BY toUInt8(key)`,
      ),
    ],
  },
  {
    title: 'How it went',
    panels: [
      table(
        {
          title: 'How long it took',
          description: `Median and 95th percentile. Placement: ${defined('time-placement')} Assignment: ${defined('time-assignment')} Answer: ${defined('time-answer')} Resolution: ${defined('time-resolution')}`,
          width: 8,
        },
        queries.times.sql,
        { key: [named('time')], p50: [named('median'), duration], p95: [named('95th percentile'), duration] },
      ),
      table(
        {
          title: 'Promises by clause',
          description: `${defined('kept')} ${defined('broken')} ${defined('warned')} ${defined('running')}`,
          width: 16,
        },
        queries.clocks.sql,
        { broken: bad },
      ),
      table({ title: 'Employees', description: defined('employee'), width: 24 }, queries.employees.sql),
    ],
  },
];
