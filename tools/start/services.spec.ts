import { environmentOf, SERVICES, type Setting } from './services.ts';

const setting: Setting = {
  root: '/checkout',
  bundles: '/checkout/dist/services/1',
  data: '/data',
  instances: 2,
  ports: Object.fromEntries(
    SERVICES.flatMap((name, at) => [
      [`${name}-1`, 9000 + at],
      [`${name}-2`, 9100 + at],
    ]),
  ),
  engines: {
    postgres: 'postgres://reglament:owner@127.0.0.1:5/reglament',
    nats: 'nats://t@127.0.0.1:4',
    smtp: 'smtp://127.0.0.1:3',
  },
  secretOf: (name) => `secret-of-${name}`,
  publicUrl: 'http://127.0.0.1:9004',
  origin: '2026-11-22T06:00:00Z',
};

test.each(SERVICES)('%s never learns the password of the database owner', (service) => {
  expect(JSON.stringify(environmentOf(setting, service, 1))).not.toContain('owner');
});

test('a service signs in as itself, and its background roles as another', () => {
  const env = environmentOf(setting, 'sla', 2);
  expect(env.DATABASE_URL).toBe('postgres://reglament_sla:secret-of-database-sla@127.0.0.1:5/reglament');
  expect(env.SYSTEM_DATABASE_URL).toContain('reglament_sla_system:secret-of-database-sla-system@');
  expect(env.INSTANCE).toBe('2');
  expect(env.PORT).toBe('9102');
});

test('only the gateway knows the other services, every instance of them', () => {
  expect(environmentOf(setting, 'gateway', 1).INTAKE_URLS).toBe('http://127.0.0.1:9000,http://127.0.0.1:9100');
  expect(environmentOf(setting, 'intake', 1).ROUTING_URLS).toBeUndefined();
});

test('in real time no service is told of a clock', () => {
  expect(environmentOf(setting, 'sla', 1)).not.toHaveProperty('CLOCK_START');
  const simulated = { ...setting, clock: { start: '2026-11-02T06:00:00Z', speed: 600 } };
  expect(environmentOf(simulated, 'sla', 1)).toMatchObject({
    CLOCK_START: '2026-11-02T06:00:00Z',
    CLOCK_SPEED: '600',
    CLOCK_ORIGIN: setting.origin,
  });
});
