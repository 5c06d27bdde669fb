import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TokenVerifier } from '../auth/index.ts';
import { PlatformClock } from '../clock/index.ts';
import { Logger, Metrics } from '../telemetry/index.ts';
import { Readiness } from './readiness.ts';

/** The token to inject the service's configuration by: `@Inject(CONFIG) config: IntakeConfig`. */
export const CONFIG = Symbol('reglament.config');

export interface PlatformParts {
  readonly config: unknown;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly clock: PlatformClock;
  readonly readiness: Readiness;
  readonly verifier: TokenVerifier;
}

/** What every service may inject by class: Logger, Metrics, PlatformClock, Readiness, TokenVerifier; and CONFIG. */
@Global()
@Module({})
export class PlatformModule {}

export function platformModule(parts: PlatformParts): DynamicModule {
  const providers = [
    { provide: CONFIG, useValue: parts.config },
    { provide: Logger, useValue: parts.logger },
    { provide: Metrics, useValue: parts.metrics },
    { provide: PlatformClock, useValue: parts.clock },
    { provide: Readiness, useValue: parts.readiness },
    { provide: TokenVerifier, useValue: parts.verifier },
  ];
  return { module: PlatformModule, providers, exports: providers };
}
