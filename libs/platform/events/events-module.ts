import {
  Catch,
  type DynamicModule,
  type INestMicroservice,
  Inject,
  Injectable,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type RpcExceptionFilter,
} from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Source } from '@reglament/contracts';
import { type Observable, throwError } from 'rxjs';
import type { ServiceConfig } from '../config/index.ts';
import { CONFIG, Readiness } from '../http/index.ts';
import { Bus, JetStreamTransport, type TransportOptions } from '../jetstream/index.ts';
import { LiveFeed } from '../live/index.ts';
import { Database, type DatabaseOptions } from '../postgres/index.ts';
import { ForgetWords, Relay } from '../relay/index.ts';
import { Logger, Metrics } from '../telemetry/index.ts';
import { DeadLettersController } from './dead-letters-controller.ts';
import { SweepRunner } from './sweeps.ts';

export interface EventsOptions {
  readonly service: Source;
  /** MikroORM entities of the service's schema. */
  readonly entities?: DatabaseOptions['entities'];
  /** Whether it handles events: then connect them with `prepare: connectEvents`, and administrators see its dead letters. */
  readonly consumes: boolean;
  /** Whether it says events of its own: then its relay runs. True unless told. */
  readonly publishes?: boolean;
  /** Whether its events hold people's words, which leave them when a person is erased: needs `forgettingTables`. */
  readonly forgets?: boolean;
  /** Whether pages hear through it what happens: then it gives LiveFeed. */
  readonly tellsPages?: boolean;
  /** How long, in ms, a source's events may gather before they are handled, while there is a steady stream of them; 20 unless told. */
  readonly gather?: TransportOptions['gather'];
  /** Milliseconds between two batches of what it says; 10 unless told. */
  readonly breath?: number;
  /** Connections of the app role to PostgreSQL; 10 unless told. */
  readonly poolSize?: number;
}

const EVENTS = Symbol('reglament.events');

/** Starts and stops what a service needs for its state and its events, in the right order. */
@Injectable()
class EventsLife implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(EVENTS) private readonly options: EventsOptions,
    private readonly database: Database,
    private readonly bus: Bus,
    private readonly relay: Relay,
    private readonly sweeps: SweepRunner,
    private readonly readiness: Readiness,
  ) {}

  onApplicationBootstrap(): void {
    this.readiness.add('postgres', () => this.database.ping());
    // Without NATS a service that was up goes on: it accepts what people send, and the outbox keeps what it says.
    this.readiness.add('nats', () => this.bus.connection());
    if (this.options.publishes !== false) this.relay.start();
    const { database, bus } = this;
    if (this.options.forgets) this.sweeps.start(new ForgetWords({ database, bus, service: this.options.service }));
  }

  /** HTTP and consumers have drained before this: sweeps end, the relay finishes its batch, then the connections close. */
  async onApplicationShutdown(): Promise<void> {
    await this.sweeps.stop();
    await this.relay.stop();
    await this.bus.close();
    await this.database.close();
  }
}

/** PostgreSQL, outbox relay, NATS, consumers, dead letters and sweeps of a service, wired once for all services. */
@Module({})
// biome-ignore lint/complexity/noStaticOnlyClass: the usual shape of Nest's dynamic modules
export class EventsModule {
  /** Gives by class: Database, Bus, Relay, JetStreamTransport, SweepRunner, and LiveFeed where it tells pages. Global. */
  static forService(options: EventsOptions): DynamicModule {
    const { service } = options;
    const liveFeed = {
      provide: LiveFeed,
      useFactory: (bus: Bus, transport: JetStreamTransport) => new LiveFeed(bus, service, transport),
      inject: [Bus, JetStreamTransport],
    };
    const shared = [
      {
        provide: Database,
        useFactory: (config: ServiceConfig, logger: Logger) =>
          new Database({
            service,
            url: config.DATABASE_URL,
            systemUrl: config.SYSTEM_DATABASE_URL,
            ...(options.entities === undefined ? {} : { entities: options.entities }),
            ...(options.poolSize === undefined ? {} : { poolSize: options.poolSize }),
            onError: (error) => logger.warn({ err: error }, 'a connection to PostgreSQL broke'),
          }),
        inject: [CONFIG, Logger],
      },
      {
        provide: Bus,
        useFactory: (config: ServiceConfig, logger: Logger) =>
          new Bus({ url: config.NATS_URL, name: `${service}-${config.INSTANCE}`, logger }),
        inject: [CONFIG, Logger],
      },
      {
        provide: Relay,
        useFactory: (config: ServiceConfig, database: Database, bus: Bus, logger: Logger, metrics: Metrics) =>
          new Relay({
            database,
            bus,
            source: service,
            lockUrl: config.SYSTEM_DATABASE_URL,
            logger,
            metrics,
            ...(options.breath === undefined ? {} : { breath: options.breath }),
          }),
        inject: [CONFIG, Database, Bus, Logger, Metrics],
      },
      {
        provide: JetStreamTransport,
        useFactory: (database: Database, bus: Bus, logger: Logger, metrics: Metrics) =>
          new JetStreamTransport({ service, database, bus, logger, metrics, gather: options.gather ?? {} }),
        inject: [Database, Bus, Logger, Metrics],
      },
      SweepRunner,
      ...(options.tellsPages ? [liveFeed] : []),
    ];
    return {
      module: EventsModule,
      global: true,
      controllers: options.consumes ? [DeadLettersController] : [],
      providers: [...shared, { provide: EVENTS, useValue: options }, EventsLife],
      exports: shared,
    };
  }
}

/** Nest would turn an error of a handler into "Internal server error"; the transport needs to know whether it was an outage. */
@Catch()
class Rethrow implements RpcExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}

/** For a consuming service's `prepare`: its `@EventPattern` handlers get their events. */
export function connectEvents(app: NestFastifyApplication): void {
  // Deferred, because a filter has to be there before the handlers are wired; but the hooks of the modules are the application's to call,
  // and a deferred microservice would call them a second time.
  const consumers = app.connectMicroservice({ strategy: app.get(JetStreamTransport) }, { deferInitialization: true });
  consumers.useGlobalFilters(new Rethrow());
  (consumers as INestMicroservice & HooksFlag).setIsInitHookCalled(true);
}

interface HooksFlag {
  setIsInitHookCalled(called: boolean): void;
}
