/** The five services as processes: where each listens and what each is told. */
import path from 'node:path';
import type { EngineUrls } from '@reglament/engines';
import { type ChildSpec, SupervisedChild } from '@reglament/engines/child';

export const SERVICES = ['intake', 'routing', 'sla', 'reporting', 'gateway'] as const;
export type ServiceName = (typeof SERVICES)[number];

export interface Setting {
  readonly root: string;
  /** Folder with a bundled `<service>.js` for each. */
  readonly bundles: string;
  readonly data: string;
  readonly instances: number;
  /** Port of each instance by its name: `intake-1`. */
  readonly ports: Readonly<Record<string, number>>;
  readonly engines: EngineUrls;
  readonly secretOf: (name: string) => string;
  readonly publicUrl: string;
  readonly clock?: { readonly start: string; readonly speed: number };
  /** Real time at which the platform's clock starts, ISO instant. */
  readonly origin: string;
}

/** Five services under 1 GiB: with Node's own choice of young generation (MiB) they took a quarter more. */
const NODE_FLAGS = ['--enable-source-maps', '--max-semi-space-size=8'];
/** People wait for the other services; clocks have a second, statistics two. */
const NICENESS: Partial<Record<ServiceName, number>> = { sla: 3, reporting: 8 };
const READY_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 15_000;

export function instanceNames(service: ServiceName, instances: number): string[] {
  return Array.from({ length: instances }, (_, index) => `${service}-${index + 1}`);
}

/** The addresses of all instances of a service, in order. */
export function urlsOf(setting: Setting, service: ServiceName): string[] {
  return instanceNames(service, setting.instances).map((name) => `http://127.0.0.1:${setting.ports[name]}`);
}

/** The owner's address with a role's name and password in place of the owner's. */
export function databaseUrl(owner: string, role: string, password: string): string {
  const url = new URL(owner);
  url.username = role;
  url.password = password;
  return url.href;
}

/** Absent values are left out: an empty variable is not an answer. */
function present(values: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

export function environmentOf(setting: Setting, service: ServiceName, instance: number): Record<string, string> {
  const { engines, secretOf, root, clock } = setting;
  const owner = engines.postgresLocal ?? engines.postgres ?? '';
  const list = (name: ServiceName) => urlsOf(setting, name).join(',');
  const upstreams = {
    INTAKE_URLS: list('intake'),
    ROUTING_URLS: list('routing'),
    SLA_URLS: list('sla'),
    REPORTING_URLS: list('reporting'),
    MAILBOX_URL: engines.mailbox,
    CONSOLE_DIR: path.join(root, 'apps', 'console', 'dist'),
  };
  return present({
    SERVICE: service,
    HOST: '127.0.0.1',
    PORT: String(setting.ports[`${service}-${instance}`]),
    INSTANCE: String(instance),
    DATABASE_URL: databaseUrl(owner, `reglament_${service}`, secretOf(`database-${service}`)),
    SYSTEM_DATABASE_URL: databaseUrl(owner, `reglament_${service}_system`, secretOf(`database-${service}-system`)),
    NATS_URL: engines.nats,
    CLICKHOUSE_URL: service === 'reporting' ? engines.clickhouse : undefined,
    SMTP_URL: service === 'intake' || service === 'reporting' ? engines.smtp : undefined,
    GATEWAY_URL: urlsOf(setting, 'gateway')[0],
    PUBLIC_URL: setting.publicUrl,
    REGULATIONS_DIR: path.join(root, 'regulations'),
    CLOCK_START: clock?.start,
    CLOCK_SPEED: clock === undefined ? undefined : String(clock.speed),
    CLOCK_ORIGIN: clock === undefined ? undefined : setting.origin,
    DEMO_DIR: service === 'gateway' || service === 'intake' ? path.join(root, 'demo') : undefined,
    NODE_ENV: 'production',
    ...(service === 'gateway' ? upstreams : {}),
  });
}

async function isReady(url: string): Promise<boolean> {
  const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) });
  await response.body?.cancel();
  return response.status === 200;
}

/** One supervised process per service and instance, not yet started. */
export function serviceChildren(setting: Setting, say: (line: string) => void): SupervisedChild[] {
  // Compiled code of the packages is kept between starts: that is half of a service's way to being ready.
  const cache = path.join(setting.root, 'node_modules', '.cache', 'reglament', 'compiled');
  return SERVICES.flatMap((service) =>
    instanceNames(service, setting.instances).map((name, index) => {
      const url = `http://127.0.0.1:${setting.ports[name]}`;
      const spec: ChildSpec = {
        name,
        command: process.execPath,
        args: [...NODE_FLAGS, path.join(setting.bundles, `${service}.js`)],
        env: { NODE_COMPILE_CACHE: cache, ...environmentOf(setting, service, index + 1) },
        cwd: setting.root,
        niceness: NICENESS[service] ?? 0,
        log: path.join(setting.data, 'logs', `${name}.log`),
        ready: () => isReady(url),
        readyWithinMs: READY_WITHIN_MS,
        stopWithinMs: STOP_WITHIN_MS,
      };
      return new SupervisedChild(spec, say);
    }),
  );
}
