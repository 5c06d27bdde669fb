import { stringify } from 'yaml';
import { hotlineToday, UID } from './dashboard.ts';
import { DATA_SOURCE, DATABASE } from './query.ts';

const FOLDER = { uid: 'reglament', title: 'Reglament' } as const;
const HEAD = '# Made by `npm run dashboards` from deploy/grafana/src. Change it there.\n';

/** Grizzly's envelope. */
const resource = (kind: string, name: string, metadata: object, spec: object) => ({
  apiVersion: 'grizzly.grafana.com/v1alpha1',
  kind,
  metadata: { name, ...metadata },
  spec,
});

const SETTINGS = { protocol: 'http', secure: false, defaultDatabase: DATABASE, username: 'default' } as const;
const yaml = (value: unknown): string => `${HEAD}${stringify(value, { lineWidth: 0 })}`;
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Every generated file, by its path under deploy/grafana. Where ClickHouse is, and its password, come from the environment. */
export function generatedFiles(): ReadonlyMap<string, string> {
  const dashboard = hotlineToday();
  const source = { name: 'Reglament archive', type: DATA_SOURCE.type, uid: DATA_SOURCE.uid, access: 'proxy' };
  return new Map([
    ['resources/folder.yaml', yaml(resource('DashboardFolder', FOLDER.uid, {}, FOLDER))],
    [
      'resources/datasource.yaml',
      yaml(
        resource(
          'Datasource',
          DATA_SOURCE.uid,
          {},
          { ...source, jsonData: { ...SETTINGS, host: 'clickhouse', port: 8123 } },
        ),
      ),
    ],
    ['resources/hotline-today.json', json(resource('Dashboard', UID, { folder: FOLDER.uid }, dashboard))],
    ['provisioning/json/hotline-today.json', json(dashboard)],
    [
      'provisioning/dashboards/reglament.yaml',
      yaml({
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
      }),
    ],
    [
      'provisioning/datasources/reglament.yaml',
      yaml({
        apiVersion: 1,
        datasources: [
          {
            ...source,
            jsonData: { ...SETTINGS, host: '$CLICKHOUSE_HOST', port: '$CLICKHOUSE_PORT' },
            secureJsonData: { password: '$CLICKHOUSE_PASSWORD' },
            editable: false,
          },
        ],
      }),
    ],
  ]);
}
