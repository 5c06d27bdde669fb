import { ServiceConfig } from '@reglament/platform/config';
import { connectEvents } from '@reglament/platform/events';
import { bootService } from '@reglament/platform/http';
import { routingModule } from './routing.module.ts';

await bootService({
  name: 'routing',
  config: ServiceConfig,
  module: ({ config }) => routingModule(config),
  prepare: connectEvents,
});
