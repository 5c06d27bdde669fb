import {
  type DynamicModule,
  Inject,
  Injectable,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { type ClickHouse, openClickHouse } from '@reglament/platform/clickhouse';
import { Readiness } from '@reglament/platform/http';
import { Bus } from '@reglament/platform/jetstream';
import { RegulationBook, regulationsProvider } from '@reglament/platform/regulations';
import { Logger, Metrics } from '@reglament/platform/telemetry';
import { Archiver } from './archive/archiver.ts';
import { ArchiveStore } from './archive/store.ts';
import type { ReportingConfig } from './config.ts';
import { StatisticsController } from './http/statistics-controller.ts';
import { Archive } from './statistics/archive.ts';

export const CLICKHOUSE = Symbol('reporting.clickhouse');

/** Starts and stops what runs beside the requests: the schema first, then the archiver. */
@Injectable()
class Background implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly archiver: Archiver;

  constructor(
    @Inject(CLICKHOUSE) private readonly house: ClickHouse,
    private readonly bus: Bus,
    private readonly store: ArchiveStore,
    private readonly readiness: Readiness,
    logger: Logger,
    metrics: Metrics,
  ) {
    this.archiver = new Archiver({ bus, house, logger, metrics });
  }

  onApplicationBootstrap(): void {
    this.readiness.add('clickhouse', async () => {
      if (!this.store.isReady) throw new Error('the archive has no schema yet');
      const answer = await this.house.client.ping();
      if (!answer.success) throw answer.error;
    });
    // Statistics need no NATS: once it was there, its absence is no reason to send callers elsewhere.
    let wasThere = false;
    this.readiness.add('nats', () => {
      wasThere ||= this.bus.isConnected;
      if (!wasThere) throw new Error('NATS was not there yet');
    });
    // ClickHouse may come later than we do: the service answers meanwhile, and archives as soon as it is there.
    void this.store.prepare().then((isReady) => {
      if (isReady) this.archiver.start();
    });
  }

  async onApplicationShutdown(): Promise<void> {
    this.store.stop();
    await this.archiver.stop();
    await this.bus.close();
    await this.house.client.close();
  }
}

@Module({})
class ReportingModule {}

/** Wires the service: ClickHouse, the bus, the archiver, the statistics. */
export function reportingModule(config: ReportingConfig): DynamicModule {
  const name = `reporting-${config.INSTANCE}`;
  const house = openClickHouse({ url: config.CLICKHOUSE_URL, database: config.CLICKHOUSE_DATABASE, application: name });
  return {
    module: ReportingModule,
    controllers: [StatisticsController],
    providers: [
      { provide: CLICKHOUSE, useValue: house },
      { provide: Archive, useValue: new Archive(house) },
      regulationsProvider(config.REGULATIONS_DIR),
      {
        provide: Bus,
        inject: [Logger],
        useFactory: (logger: Logger) => new Bus({ url: config.NATS_URL, name, logger }),
      },
      {
        provide: ArchiveStore,
        inject: [RegulationBook, Logger],
        useFactory: (book: RegulationBook, logger: Logger) => new ArchiveStore(house, book, logger),
      },
      Background,
    ],
  };
}
