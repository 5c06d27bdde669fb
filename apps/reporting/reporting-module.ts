import {
  type DynamicModule,
  Inject,
  Injectable,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type Provider,
} from '@nestjs/common';
import { type ClickHouse, openClickHouse } from '@reglament/platform/clickhouse';
import { PlatformClock } from '@reglament/platform/clock';
import { type Sweep, SweepRunner } from '@reglament/platform/events';
import { Readiness } from '@reglament/platform/http';
import { Bus } from '@reglament/platform/jetstream';
import { Database } from '@reglament/platform/postgres';
import { RegulationBook, regulationsProvider } from '@reglament/platform/regulations';
import { Relay } from '@reglament/platform/relay';
import { Logger, Metrics } from '@reglament/platform/telemetry';
import { Archiver } from './archive/archiver.ts';
import { ArchiveStore } from './archive/store.ts';
import type { ReportingConfig } from './config.ts';
import { QuestionEditsController } from './http/question-edits-controller.ts';
import { QuestionsController } from './http/questions-controller.ts';
import { ReportsController } from './http/reports-controller.ts';
import { StatisticsController } from './http/statistics-controller.ts';
import { CopyQuestions } from './questions/copy.ts';
import { EditGroups } from './questions/edit-groups.ts';
import { ForgetWordings } from './questions/forget-wordings.ts';
import { GroupMonth } from './questions/group-month.ts';
import { SplitGroup } from './questions/split-group.ts';
import { Archive } from './statistics/archive.ts';
import { GroupQuestions } from './sweeps/group-questions.ts';
import { HearRegulations } from './sweeps/hear-regulations.ts';
import { MakeReports } from './sweeps/make-reports.ts';
import { ReportMail } from './sweeps/report-mail.ts';
import { ScheduleReports } from './sweeps/schedule-reports.ts';
import { SendReports } from './sweeps/send-reports.ts';

export const CLICKHOUSE = Symbol('reporting.clickhouse');
const SWEEPS = Symbol('reporting.sweeps');

/** Starts and stops what runs beside the requests: the schema first, then the archiver. */
@Injectable()
class Background implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(CLICKHOUSE) private readonly house: ClickHouse,
    private readonly bus: Bus,
    private readonly store: ArchiveStore,
    private readonly archiver: Archiver,
    private readonly readiness: Readiness,
  ) {}

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

/**
 * Groups questions, makes and sends reports beside everything else, and publishes what the service says. Without PostgreSQL statistics go on;
 * all this waits for it.
 */
@Injectable()
class StateWork implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly runner: SweepRunner,
    private readonly database: Database,
    private readonly mail: ReportMail,
    private readonly relay: Relay,
    private readonly sweeps: readonly Sweep[],
  ) {}

  onApplicationBootstrap(): void {
    this.relay.start();
    for (const sweep of this.sweeps) this.runner.start(sweep);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.runner.stop();
    await this.relay.stop();
    this.mail.close();
    await this.database.close();
  }
}

@Module({})
class ReportingModule {}

const providersOfState = (config: ReportingConfig): Provider[] => [
  {
    provide: Database,
    inject: [Logger],
    useFactory: (logger: Logger) =>
      new Database({
        service: 'reporting',
        url: config.DATABASE_URL,
        systemUrl: config.SYSTEM_DATABASE_URL,
        poolSize: 4,
        onError: (error) => logger.warn({ err: error }, 'a connection to PostgreSQL broke'),
      }),
  },
  SweepRunner,
  {
    provide: Relay,
    inject: [Database, Bus, Logger, Metrics],
    useFactory: (database: Database, bus: Bus, logger: Logger, metrics: Metrics) =>
      new Relay({ database, bus, source: 'reporting', lockUrl: config.SYSTEM_DATABASE_URL, logger, metrics }),
  },
  {
    provide: ReportMail,
    inject: [RegulationBook],
    useFactory: (book: RegulationBook) =>
      new ReportMail(config.SMTP_URL, (tenant) => {
        const regulation = book.get(tenant);
        const name = regulation?.organisation[regulation.languages[0]] ?? tenant;
        return { name, address: regulation?.email ?? `${tenant}@reglament.invalid` };
      }),
  },
];

const providersOfQuestions = (config: ReportingConfig): Provider[] => [
  {
    provide: CopyQuestions,
    inject: [Database, Archive, CLICKHOUSE],
    useFactory: (...parts: ConstructorParameters<typeof CopyQuestions>) => new CopyQuestions(...parts),
  },
  {
    provide: ForgetWordings,
    inject: [Database, Archive, CLICKHOUSE, CopyQuestions],
    useFactory: (...parts: ConstructorParameters<typeof ForgetWordings>) => new ForgetWordings(...parts),
  },
  {
    provide: GroupMonth,
    inject: [Database, PlatformClock, Archive, CopyQuestions],
    useFactory: (database: Database, clock: PlatformClock, archive: Archive, copy: CopyQuestions) =>
      new GroupMonth(database, clock, archive, copy, {
        url: config.QUESTION_VECTORS_URL,
        token: config.QUESTION_VECTORS_TOKEN,
        alike: config.QUESTION_VECTORS_ALIKE,
        timeoutMs: config.QUESTION_VECTORS_TIMEOUT,
      }),
  },
  {
    provide: EditGroups,
    inject: [Database, PlatformClock, CopyQuestions],
    useFactory: (...parts: ConstructorParameters<typeof EditGroups>) => new EditGroups(...parts),
  },
  {
    provide: SplitGroup,
    inject: [Database, PlatformClock, Archive, EditGroups, CopyQuestions],
    useFactory: (...parts: ConstructorParameters<typeof SplitGroup>) => new SplitGroup(...parts),
  },
];

const archiver: Provider = {
  provide: Archiver,
  inject: [Bus, CLICKHOUSE, ForgetWordings, Logger, Metrics],
  useFactory: (bus: Bus, house: ClickHouse, wordings: ForgetWordings, logger: Logger, metrics: Metrics) =>
    new Archiver({ bus, house, logger, metrics, beforeErasing: (erased) => wordings.forget(erased) }),
};

const sweepsOf = (config: ReportingConfig): Provider => ({
  provide: SWEEPS,
  inject: [Database, PlatformClock, RegulationBook, Archive, GroupMonth, CopyQuestions, ReportMail],
  useFactory: (
    database: Database,
    clock: PlatformClock,
    book: RegulationBook,
    archive: Archive,
    months: GroupMonth,
    copies: CopyQuestions,
    mail: ReportMail,
  ): Sweep[] => [
    new HearRegulations(archive, book),
    new GroupQuestions(database, clock, book, months, copies),
    new ScheduleReports(database, clock, book, archive),
    new MakeReports(database, clock, book, archive, months, config.PUBLIC_URL.replace(/\/$/, '')),
    new SendReports(database, clock, mail),
  ],
});

/** Wires the service: ClickHouse, the bus, the archiver, the statistics. */
export function reportingModule(config: ReportingConfig): DynamicModule {
  const name = `reporting-${config.INSTANCE}`;
  const house = openClickHouse({ url: config.CLICKHOUSE_URL, database: config.CLICKHOUSE_DATABASE, application: name });
  return {
    module: ReportingModule,
    controllers: [StatisticsController, ReportsController, QuestionsController, QuestionEditsController],
    providers: [
      ...providersOfState(config),
      ...providersOfQuestions(config),
      sweepsOf(config),
      {
        provide: StateWork,
        inject: [SweepRunner, Database, ReportMail, Relay, SWEEPS],
        useFactory: (...parts: ConstructorParameters<typeof StateWork>) => new StateWork(...parts),
      },
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
      archiver,
      Background,
    ],
  };
}
