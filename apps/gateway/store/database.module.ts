import { type DynamicModule, Module } from '@nestjs/common';
import { Database } from '@reglament/platform/postgres';
import type { Logger } from '@reglament/platform/telemetry';
import type { GatewayConfig } from '../config.ts';
import { entities } from './entities.ts';

@Module({})
export class DatabaseModule {}

export function databaseModule(config: GatewayConfig, logger: Logger): DynamicModule {
  const database = {
    provide: Database,
    useFactory: () =>
      new Database({
        service: 'gateway',
        url: config.DATABASE_URL,
        systemUrl: config.SYSTEM_DATABASE_URL,
        entities,
        onError: (error) => logger.warn({ err: error }, 'a connection to PostgreSQL broke'),
      }),
  };
  return { module: DatabaseModule, global: true, providers: [database], exports: [database] };
}
