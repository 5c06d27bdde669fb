import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import {
  type Dashboard,
  DashboardBuilder,
  type Panel,
  QueryVariableBuilder,
  RowBuilder,
  VariableHide,
  VariableRefresh,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { inGrafana } from './query.ts';
import { ARCHIVE } from './sources.ts';

/** A dashboard as data: what it is for, what range it opens with, its panels in rows. */
export interface Board {
  /** Its file, and with `reglament-` before it its id in Grafana. Never changed: people keep links. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly range: { readonly from: string; readonly to: string };
  readonly refresh: string;
  /** `tenant`: one hotline, chosen above the panels. `platform`: the installation as a whole. */
  readonly shows: 'tenant' | 'platform';
  readonly rows: readonly { readonly title: string; readonly panels: readonly Builder<Panel>[] }[];
}

export const uidOf = (board: Board): string => `reglament-${board.name}`;

/** What Grafana asks for to fill the variables. */
export const VARIABLES = {
  tenant:
    'SELECT argMax(name, updated_at) AS __text, tenant AS __value FROM tenants GROUP BY tenant ORDER BY __text, __value',
  zone: inGrafana(
    'SELECT argMax(tenants.time_zone, updated_at) AS time_zone FROM tenants WHERE tenant = {tenant:String} GROUP BY tenant',
  ),
} as const;

const variable = (name: keyof typeof VARIABLES, label: string, description: string) =>
  new QueryVariableBuilder(name)
    .label(label)
    .description(description)
    .datasource(ARCHIVE)
    .query(VARIABLES[name])
    .refresh(VariableRefresh.OnDashboardLoad);

/** A board as Grafana keeps it. One set of panels serves every tenant: the tenant is a variable. */
export function dashboardOf(board: Board): Dashboard {
  const builder = new DashboardBuilder(board.title)
    .uid(uidOf(board))
    .description(board.description)
    .tags(['reglament', 'generated'])
    .readonly()
    .refresh(board.refresh)
    .time(board.range)
    .timezone('browser')
    .weekStart('monday');
  if (board.shows === 'tenant') {
    builder
      .withVariable(variable('tenant', 'Hotline', 'Whose hotline is shown').multi(false).includeAll(false))
      .withVariable(
        variable('zone', 'Time zone', 'The hotline’s own time zone, for hours of the day').hide(
          VariableHide.HideVariable,
        ),
      );
  }
  for (const row of board.rows) {
    builder.withRow(new RowBuilder(row.title));
    for (const panel of row.panels) builder.withPanel(panel);
  }
  return builder.build();
}
