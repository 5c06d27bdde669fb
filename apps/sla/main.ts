import { ServiceConfig } from '@reglament/platform/config';
import { connectEvents } from '@reglament/platform/events';
import { bootService } from '@reglament/platform/http';
import { slaModule } from './sla-module.ts';

await bootService({
  name: 'sla',
  config: ServiceConfig,
  module: (service) => slaModule(service.config),
  prepare: connectEvents,
});
