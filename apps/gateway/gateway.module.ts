import { type DynamicModule, Module } from '@nestjs/common';
import { EventsModule } from '@reglament/platform/events';
import type { Service } from '@reglament/platform/http';
import { RegulationFeed, regulationsProvider } from '@reglament/platform/regulations';
import { Credentials } from './auth/credentials.ts';
import { Signer } from './auth/signer.ts';
import type { GatewayConfig } from './config.ts';
import { ApiKeysHandler } from './handlers/api-keys.ts';
import { PublishRegulation } from './handlers/publish-regulation.ts';
import { ShowRegulation } from './handlers/show-regulation.ts';
import { SignInHandler } from './handlers/sign-in.ts';
import { StaffHandler } from './handlers/staff.ts';
import { ApiKeysController } from './http/api-keys.controller.ts';
import { MailboxController } from './http/mailbox.controller.ts';
import { RegulationController } from './http/regulation.controller.ts';
import { SessionController } from './http/session.controller.ts';
import { StaffController } from './http/staff.controller.ts';
import { TokenController } from './http/token.controller.ts';
import { DemoStaff } from './seed/demo-staff.ts';
import { entities } from './store/entities.ts';

@Module({})
export class GatewayModule {}

/** The gateway's wiring. */
export const gatewayModule = ({ config }: Service<GatewayConfig>): DynamicModule => ({
  module: GatewayModule,
  imports: [EventsModule.forService({ service: 'gateway', entities, consumes: false })],
  controllers: [
    SessionController,
    StaffController,
    ApiKeysController,
    TokenController,
    MailboxController,
    RegulationController,
  ],
  providers: [
    regulationsProvider(config.REGULATIONS_DIR),
    RegulationFeed,
    Signer,
    Credentials,
    SignInHandler,
    StaffHandler,
    ApiKeysHandler,
    PublishRegulation,
    ShowRegulation,
    DemoStaff,
  ],
});
