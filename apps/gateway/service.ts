import type { ServiceDefinition } from '@reglament/platform/http';
import { RegulationBook } from '@reglament/platform/regulations';
import { Credentials } from './auth/credentials.ts';
import { Signer } from './auth/signer.ts';
import type { GatewayConfig } from './config.ts';
import { gatewayModule } from './gateway.module.ts';
import { installConsole } from './http/console-routes.ts';
import { installCredentialHook } from './http/credential-hook.ts';
import { installDocs, mergedOpenApi } from './http/docs.ts';
import { installProxy } from './http/proxy.ts';
import { installSecurityHeaders } from './http/security-headers.ts';
import { DemoStaff } from './seed/demo-staff.ts';

/** The gateway as `main.ts` and the tests boot it. The guard is built before Nest is: it meets Nest's parts through `made`. */
export function gateway(): ServiceDefinition<GatewayConfig> {
  const made: { signer?: Signer; credentials?: Credentials; regulations?: RegulationBook } = {};
  const present = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error('A request came before the gateway was wired');
    return part;
  };
  return {
    name: 'gateway',
    module: gatewayModule,
    keys: () => (header, token) => present(made.signer).keyFor(header, token),
    early: (server, { config, verifier }) => {
      installSecurityHeaders(server, {
        secure: config.PUBLIC_URL.startsWith('https:'),
        regulations: () => present(made.regulations),
      });
      installCredentialHook(server, { verifier, credentials: () => present(made.credentials) });
    },
    openApi: (own, { config, logger }) => mergedOpenApi(own, config, logger),
    prepare: async (app, service) => {
      made.signer = app.get(Signer);
      made.credentials = app.get(Credentials);
      made.regulations = app.get(RegulationBook);
      const server = app.getHttpAdapter().getInstance() as unknown as import('fastify').FastifyInstance;
      installProxy(server, service);
      installDocs(server);
      installConsole(server, service);
      const seeded = await app.get(DemoStaff).seed();
      if (seeded > 0) service.logger.info({ accounts: seeded }, 'seeded the demonstration’s staff');
    },
  };
}
