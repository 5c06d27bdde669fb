import { bootService } from '@reglament/platform/http';
import { ReportingConfig } from './config.ts';
import { reportingModule } from './reporting-module.ts';

await bootService({
  name: 'reporting',
  config: ReportingConfig,
  module: (service) => reportingModule(service.config),
});
