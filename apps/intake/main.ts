import { connectEvents } from '@reglament/platform/events';
import { bootService } from '@reglament/platform/http';
import { IntakeConfig } from './config.ts';
import { intakeModule } from './intake.module.ts';

await bootService({
  name: 'intake',
  config: IntakeConfig,
  module: (service) => intakeModule(service.config),
  prepare: connectEvents,
});
