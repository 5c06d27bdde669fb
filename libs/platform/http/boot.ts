import 'reflect-metadata';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { JWTVerifyGetKey } from 'jose';
import type { z } from 'zod';
import { remoteKeys, TokenVerifier } from '../auth/index.ts';
import { type PlatformClock, SystemClock } from '../clock/index.ts';
import { loadConfigOrExit, type ServiceConfig } from '../config/index.ts';
import { createLogger, type Logger, Metrics } from '../telemetry/index.ts';
import { EdgeAdapter } from './adapter.ts';
import { installBuiltinRoutes, installHttpMetrics } from './builtin.ts';
import { installHooks } from './hooks.ts';
import { nestLogger } from './nest-logger.ts';
import { openApiOf } from './openapi.ts';
import { type PlatformParts, platformModule } from './platform-module.ts';
import { ProblemFilter } from './problem-filter.ts';
import { Readiness } from './readiness.ts';
import { RouteTable } from './route.ts';
import { fastifyOptions, installBodyParsers } from './server.ts';
import { stopOnSignal } from './shutdown.ts';
import { installStreams } from './sse.ts';

/** What a service is made with: its parsed configuration and the platform's parts, before Nest exists. */
export interface Service<Config> extends PlatformParts {
  readonly name: string;
  readonly config: Config;
  /** Answers with a problem document, for Fastify plugins that handle their own errors. */
  readonly problems: ProblemFilter;
}

export interface ServiceDefinition<Config extends ServiceConfig> {
  readonly name: string;
  /** The root module: `(service) => IntakeModule.with(service.config)`. */
  readonly module: (service: Service<Config>) => Type | DynamicModule;
  /** After Nest has wired everything, before the port is open: connect microservices, register Fastify plugins. */
  readonly prepare?: (app: NestFastifyApplication, service: Service<Config>) => void | Promise<void>;
  /** Before the guard sees a request: where the gateway turns cookies and API keys into credentials. */
  readonly early?: (server: FastifyInstance, service: Service<Config>) => void;
  /** Makes more of the service's own OpenAPI document before it is served: the gateway adds everybody's. */
  readonly openApi?: (own: object, service: Service<Config>) => Promise<object>;
  /** Where credentials' keys come from; the gateway's JWKS unless said otherwise. */
  readonly keys?: (service: { config: Config }) => JWTVerifyGetKey;
  /** For tests: a clock that stands still, a logger that keeps quiet. */
  readonly clock?: PlatformClock;
  readonly logger?: Logger;
}

export interface RunningService<Config> extends Service<Config> {
  readonly app: NestFastifyApplication;
  readonly server: FastifyInstance;
  readonly table: RouteTable;
  /** Opens the port and starts the consumers. @returns `http://127.0.0.1:8081` */
  listen(): Promise<string>;
  /** Stops taking work, finishes what is under way, closes connections. */
  close(): Promise<void>;
}

/** Wires a service without opening its port: what tests use, with a configuration made by hand. */
export async function createService<Config extends ServiceConfig>(
  definition: ServiceDefinition<Config>,
  config: Config,
): Promise<RunningService<Config>> {
  const { name } = definition;
  const labels = { service: name, instance: config.INSTANCE };
  const logger = definition.logger ?? createLogger({ name, instance: config.INSTANCE, level: config.LOG_LEVEL });
  const table = new RouteTable(name, config.RATE_LIMITS);
  const service: Service<Config> = {
    name,
    config,
    logger,
    problems: new ProblemFilter(logger, table),
    metrics: new Metrics(labels),
    clock: definition.clock ?? new SystemClock(config),
    readiness: new Readiness(),
    verifier: new TokenVerifier(definition.keys?.({ config }) ?? remoteKeys(config.GATEWAY_URL)),
  };
  const adapter = new EdgeAdapter(fastifyOptions(config, service.problems));
  const server = adapter.getInstance() as unknown as FastifyInstance;
  table.watch(server);
  installBodyParsers(server, config.BODY_LIMIT);
  definition.early?.(server, service);
  installHooks(server, service.verifier);
  installHttpMetrics(server, service.metrics);
  installStreams(server);
  installBuiltinRoutes(server, {
    readiness: service.readiness,
    metrics: service.metrics,
    openApi: () => (definition.openApi ? definition.openApi(openApiOf(name, table), service) : openApiOf(name, table)),
  });

  const root: DynamicModule = {
    module: class Root {},
    imports: [platformModule(service), definition.module(service)],
  };
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    bodyParser: false,
    abortOnError: false,
    logger: nestLogger(service.logger),
  });
  app.useGlobalFilters(service.problems);
  await definition.prepare?.(app, service);
  return { ...service, app, server, table, listen: () => listen(app, service), close: () => close(app, service) };
}

async function listen(app: NestFastifyApplication, service: Service<ServiceConfig>): Promise<string> {
  await app.startAllMicroservices();
  await app.listen(service.config.PORT, service.config.HOST);
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  service.logger.info({ url }, 'listening');
  return url;
}

async function close(app: NestFastifyApplication, service: Service<ServiceConfig>): Promise<void> {
  service.readiness.leave();
  await app.close();
}

/** A service's `main.ts`: configuration, wiring, port, and a graceful stop. */
export async function bootService<Schema extends z.ZodObject, Config extends ServiceConfig & z.output<Schema>>(
  definition: ServiceDefinition<Config> & { readonly config: Schema },
): Promise<RunningService<Config>> {
  const config = loadConfigOrExit(definition.config, definition.name) as Config;
  const service = await createService(definition, config);
  const { logger } = service;
  service.metrics.watchProcess();
  process.on('unhandledRejection', (error) => logger.error({ err: error }, 'a promise was left unhandled'));
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'an exception nobody caught; the process ends and is started anew');
    process.exit(1);
  });
  stopOnSignal(async (reason) => {
    logger.info({ reason }, 'stopping');
    await service.close();
    logger.info({ reason }, 'stopped');
  });
  await service.listen();
  return service;
}
