import { bootService } from '@reglament/platform/http';
import { GatewayConfig } from './config.ts';
import { gateway } from './service.ts';

await bootService({ ...gateway(), config: GatewayConfig });
