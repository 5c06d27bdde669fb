/** The whole platform as one thing that starts and stops. */
import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ENGINES, type EngineName, type EngineUrls, type StartedEngines, startEngines } from '@reglament/engines';
import type { SupervisedChild } from '@reglament/engines/child';
import { choosePorts, isFree } from '@reglament/engines/ports';
import { openSecrets } from '@reglament/engines/secrets';
import { buildConsole, compile } from './build.ts';
import { bundleServices } from './bundle.ts';
import { claimData, emptyData, releaseData } from './lock.ts';
import type { StartOptions } from './options.ts';
import type { Output } from './output.ts';
import { makeViews, readersOf, readerUrls } from './readers.ts';
import { migrate, rolePasswords } from './schema.ts';
import { instanceNames, SERVICES, type ServiceName, type Setting, serviceChildren, urlsOf } from './services.ts';

/** How far to look for a free port above the asked one. */
const PORTS_TO_TRY = 50;
const REMEMBER_AGAIN_MS = 5_000;

/** The engines a person brought along, by the variable that names each. */
function outsideEngines(env: NodeJS.ProcessEnv): Record<string, string> {
  const named = { postgres: env.DATABASE_URL, nats: env.NATS_URL, clickhouse: env.CLICKHOUSE_URL, smtp: env.SMTP_URL };
  return Object.fromEntries(Object.entries(named).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

export class Platform {
  readonly #root: string;
  readonly #options: StartOptions;
  readonly #output: Output;
  #isClaimed = false;
  #engines: StartedEngines | undefined;
  #services: SupervisedChild[] = [];
  #setting: Setting | undefined;
  #readers: Readonly<Record<string, string>> = {};
  #isReady = false;
  #rememberAgain: NodeJS.Timeout | undefined;

  constructor(root: string, options: StartOptions, output: Output) {
    this.#root = root;
    this.#options = options;
    this.#output = output;
  }

  /** Where everything is. Only after `start`. */
  get setting(): Setting {
    if (this.#setting === undefined) throw new Error('The platform has not been started.');
    return this.#setting;
  }

  /** Process ids by name: engines as themselves, services by instance. */
  pids(): Record<string, number> {
    const services = this.#services.map((child) => [child.name, child.pid ?? 0] as const);
    return { ...this.#engines?.pids(), ...Object.fromEntries(services) };
  }

  /** Builds, starts and waits until every service is ready. */
  async start(): Promise<void> {
    const { data, fresh } = this.#options;
    const other = claimData(data);
    if (other)
      throw new Error(
        `Reglament already runs on ${data} (process ${other.pid}). Stop it, or give --data another folder.`,
      );
    this.#isClaimed = true;
    if (fresh) emptyData(data);
    const origin = Temporal.Now.instant().toString();
    const ports = await this.#choosePorts();
    const readers = await readersOf(this.#root, openSecrets(data));
    const [engines, bundles] = await Promise.all([this.#startEngines(readers.env), this.#build()]);
    // Opened anew: the engines have added secrets of their own to the file.
    const secretOf = openSecrets(data);
    this.#setting = {
      root: this.#root,
      bundles,
      data,
      instances: this.#options.instances,
      ports,
      engines,
      secretOf,
      publicUrl: `http://127.0.0.1:${ports['gateway-1']}`,
      origin,
      ...(this.#options.clock ? { clock: this.#options.clock } : {}),
    };
    await this.#migrate(engines.postgres ?? '', rolePasswords(secretOf));
    await this.#startServices();
    // A ClickHouse of one's own has its own users: deploy/clickhouse says how they come there.
    if (this.#engines?.urls.clickhouse !== undefined) {
      await makeViews(this.#engines.urls.clickhouse, readers.statements);
      this.#readers = readerUrls(this.#engines.urls.clickhouse, readers.accounts);
    }
    this.#isReady = true;
    this.#remember();
  }

  /** Services first, so that they can finish what they hold; then the engines. */
  async stop(): Promise<void> {
    await Promise.all(this.#services.map((child) => child.stop()));
    await this.#engines?.stop();
    if (this.#isClaimed) releaseData(this.#options.data);
  }

  async #choosePorts(): Promise<Record<string, number>> {
    const { data, port, instances } = this.#options;
    const names = SERVICES.flatMap((service: ServiceName) => instanceNames(service, instances));
    if (port === 0) return choosePorts(data, names);
    let open = port;
    while (!(await isFree(open))) {
      open += 1;
      if (open > port + PORTS_TO_TRY || open > 65_535) throw new Error(`No port from ${port} to ${open} is free.`);
    }
    if (open !== port) this.#output.done('port', `${port} is taken, using ${open}`);
    const others = await choosePorts(
      data,
      names.filter((name) => name !== 'gateway-1'),
    );
    return { ...others, 'gateway-1': open };
  }

  async #startEngines(readers: string): Promise<EngineUrls> {
    const outside = outsideEngines(process.env);
    const isOurs = (name: EngineName) => outside[name === 'mailbox' ? 'smtp' : name] === undefined;
    for (const name of Object.keys(outside)) this.#output.done(name, 'yours');
    this.#engines = await startEngines({
      data: this.#options.data,
      readers,
      only: ENGINES.filter(isOurs),
      say: (line) => this.#tell(line),
      onReady: (name, seconds) => this.#output.done(name, 'ready', seconds),
    });
    return { ...this.#engines.urls, ...outside };
  }

  /** @returns the folder with the services */
  async #build(): Promise<string> {
    await this.#output.step('build', 'ready', () => compile(this.#root));
    await this.#output.step('console', 'ready', () => buildConsole(this.#root));
    return this.#output.step('services', 'ready', () => bundleServices(this.#root));
  }

  async #migrate(adminUrl: string, passwords: Record<string, string>): Promise<void> {
    const from = performance.now();
    const what = await migrate(this.#root, adminUrl, passwords);
    this.#output.done('schema', what, (performance.now() - from) / 1000);
  }

  async #startServices(): Promise<void> {
    this.#services = serviceChildren(this.setting, (line) => this.#tell(line));
    const from = performance.now();
    await Promise.all(
      this.#services.map(async (child) => {
        await child.start();
        this.#output.done(child.name, 'ready', (performance.now() - from) / 1000);
      }),
    );
  }

  /** A process died or is back: then its process id is another one. */
  #tell(line: string): void {
    this.#output.line(`  ${line}`);
    if (this.#isReady) this.#remember();
  }

  /**
   * For `npm run ledger` and other tools: how to reach what runs. It holds secrets, so it is the owner's only. On a full disk what runs goes
   * on, and this is written when there is room again.
   */
  #remember(): void {
    clearTimeout(this.#rememberAgain);
    try {
      this.#writeRunning();
    } catch (error) {
      this.#output.line(`  running.json      not written: ${error instanceof Error ? error.message : String(error)}`);
      this.#rememberAgain = setTimeout(() => this.#remember(), REMEMBER_AGAIN_MS).unref();
    }
  }

  #writeRunning(): void {
    const { data, engines, publicUrl, clock, origin } = this.setting;
    const services = Object.fromEntries(SERVICES.map((service) => [service, urlsOf(this.setting, service)]));
    const where = { url: publicUrl, engines, readers: this.#readers, services };
    const running = { ...where, clock: clock ?? null, origin, pids: this.pids() };
    const file = path.join(data, 'running.json');
    // Readers see the one or the other, never half of it.
    writeFileSync(`${file}.new`, `${JSON.stringify(running, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
}
