import { stringify } from 'yaml';
import { readerNames } from '../../../libs/platform/clickhouse/readers.ts';
import { tenantsOf } from '../../clickhouse/src/files.ts';
import { FOLDER, ruleGroup } from './alerts.ts';
import { dashboardOf, uidOf } from './board.ts';
import { boards } from './boards/index.ts';
import { ARCHIVE, DATABASE, METRICS } from './sources.ts';

const HEAD = '# Made by `npm run dashboards` from deploy/grafana/src. Change it there.\n';

/** Grizzly's envelope. */
const resource = (kind: string, name: string, metadata: object, spec: object) => ({
  apiVersion: 'grizzly.grafana.com/v1alpha1',
  kind,
  metadata: { name, ...metadata },
  spec,
});

const SETTINGS = { protocol: 'http', secure: false, defaultDatabase: DATABASE, username: 'default' } as const;
const yaml = (value: unknown): string => `${HEAD}${stringify(value, { lineWidth: 0, aliasDuplicateObjects: false })}`;
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const archive = { name: 'Reglament archive', type: ARCHIVE.type, uid: ARCHIVE.uid, access: 'proxy' };
const metrics = { name: 'Reglament metrics', type: METRICS.type, uid: METRICS.uid, access: 'proxy' };

/** Where the engines are as a compose network knows them; the provisioning files ask the environment instead. */
const sourceResources = (): [string, string][] => [
  [
    'resources/datasource.yaml',
    yaml(
      resource(
        'Datasource',
        ARCHIVE.uid,
        {},
        { ...archive, jsonData: { ...SETTINGS, host: 'clickhouse', port: 8123 } },
      ),
    ),
  ],
  [
    'resources/datasource-metrics.yaml',
    yaml(resource('Datasource', METRICS.uid, {}, { ...metrics, url: 'http://prometheus:9090' })),
  ],
];

const sourceProvisioning = {
  apiVersion: 1,
  datasources: [
    {
      ...archive,
      jsonData: { ...SETTINGS, host: '$CLICKHOUSE_HOST', port: '$CLICKHOUSE_PORT' },
      secureJsonData: { password: '$CLICKHOUSE_PASSWORD' },
      editable: false,
    },
    { ...metrics, url: '$PROMETHEUS_URL', editable: false },
  ],
};

/**
 * The archive as one tenant's reader sees it, under the same id as the archive of the whole: a Grafana, or an organisation in one, that
 * has this data source instead shows the same boards and nothing of another tenant.
 */
function readerSources(tenant: string): [string, string][] {
  const { user, database } = readerNames(DATABASE, tenant);
  const name = `Reglament archive of ${tenant}`;
  const settings = { ...SETTINGS, defaultDatabase: database, username: user };
  const provisioning = {
    apiVersion: 1,
    datasources: [
      {
        ...archive,
        name,
        jsonData: { ...settings, host: '$CLICKHOUSE_HOST', port: '$CLICKHOUSE_PORT' },
        secureJsonData: { password: `$${user.toUpperCase()}_PASSWORD` },
        editable: false,
      },
    ],
  };
  const spec = { ...archive, name, jsonData: { ...settings, host: 'clickhouse', port: 8123 } };
  return [
    [`readers/${tenant}/datasource.yaml`, yaml(provisioning)],
    [`readers/${tenant}/resource.yaml`, yaml(resource('Datasource', ARCHIVE.uid, {}, spec))],
  ];
}

const boardProvisioning = {
  apiVersion: 1,
  providers: [
    {
      name: 'reglament',
      folder: FOLDER.title,
      folderUid: FOLDER.uid,
      type: 'file',
      allowUiUpdates: false,
      options: { path: '/etc/grafana/provisioning/json' },
    },
  ],
};

/** Grafana's file provisioning writes an interval as text, names the folder by its title and a rule's time as `for`. */
function alertProvisioning(): object {
  const group = ruleGroup();
  const { title, interval, rules } = group;
  return {
    apiVersion: 1,
    groups: [{ orgId: 1, name: title, folder: FOLDER.title, interval: `${interval}s`, rules }],
  };
}

/** Every generated file, by its path under deploy/grafana. Where the engines are, and passwords, come from the environment. */
export function generatedFiles(): ReadonlyMap<string, string> {
  const dashboards = boards.flatMap((board): [string, string][] => {
    const dashboard = dashboardOf(board);
    return [
      [`resources/${board.name}.json`, json(resource('Dashboard', uidOf(board), { folder: FOLDER.uid }, dashboard))],
      [`provisioning/json/${board.name}.json`, json(dashboard)],
    ];
  });
  return new Map([
    ['resources/folder.yaml', yaml(resource('DashboardFolder', FOLDER.uid, {}, FOLDER))],
    ...sourceResources(),
    ...tenantsOf('regulations').flatMap(readerSources),
    ...dashboards,
    ['resources/alerts.yaml', yaml(resource('AlertRuleGroup', `${FOLDER.uid}.reglament`, {}, ruleGroup()))],
    ['provisioning/dashboards/reglament.yaml', yaml(boardProvisioning)],
    ['provisioning/datasources/reglament.yaml', yaml(sourceProvisioning)],
    ['provisioning/alerting/reglament.yaml', yaml(alertProvisioning())],
  ]);
}
