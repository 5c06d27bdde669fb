import {
  type Dashboard,
  DashboardBuilder,
  QueryVariableBuilder,
  RowBuilder,
  VariableHide,
  VariableRefresh,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { rows } from './panels.ts';
import { DATA_SOURCE, DATABASE, inGrafana } from './query.ts';

export const UID = 'reglament-hotline-today';

/** What Grafana asks for to fill the variables. */
export const VARIABLES = {
  tenant: `SELECT name AS __text, tenant AS __value FROM ${DATABASE}.tenants FINAL ORDER BY name`,
  zone: inGrafana('SELECT time_zone FROM tenants FINAL WHERE tenant = {tenant:String}'),
} as const;

/** "Hotline today": one dashboard for every tenant; the tenant is a variable. */
export function hotlineToday(): Dashboard {
  const builder = new DashboardBuilder('Hotline today')
    .uid(UID)
    .description(
      'How one hotline works today: what came in, what waits, which promises were kept. Every number is defined in its panel and equals the manager’s page.',
    )
    .tags(['reglament', 'generated'])
    .readonly()
    .refresh('10s')
    .time({ from: 'now/d', to: 'now/d' })
    .timezone('browser')
    .weekStart('monday')
    .withVariable(
      new QueryVariableBuilder('tenant')
        .label('Hotline')
        .description('Whose hotline is shown')
        .datasource(DATA_SOURCE)
        .query(VARIABLES.tenant)
        .refresh(VariableRefresh.OnDashboardLoad)
        .multi(false)
        .includeAll(false),
    )
    .withVariable(
      new QueryVariableBuilder('zone')
        .label('Time zone')
        .description('The hotline’s own time zone, for hours of the day')
        .datasource(DATA_SOURCE)
        .query(VARIABLES.zone)
        .refresh(VariableRefresh.OnDashboardLoad)
        .hide(VariableHide.HideVariable),
    );
  for (const row of rows) {
    builder.withRow(new RowBuilder(row.title));
    for (const panel of row.panels) builder.withPanel(panel);
  }
  return builder.build();
}
