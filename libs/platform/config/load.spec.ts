import { z } from 'zod';
import { ConfigError, HttpUrls, loadConfig, PostgresUrl, Switch } from './index.ts';

const Schema = z.object({
  PORT: z.coerce.number().int().max(65535),
  DATABASE_URL: PostgresUrl,
  SECRET: z.string().min(20),
  INTAKE_URLS: HttpUrls.default([]),
  LIMITS: Switch.default(true),
});

test('every fault of the environment is named at once, and no value', () => {
  let error: unknown;
  try {
    loadConfig(Schema, { PORT: '99999', DATABASE_URL: 'mysql://root:hunter2@x', SECRET: 'hunter2' });
  } catch (caught) {
    error = caught;
  }
  expect(error).toBeInstanceOf(ConfigError);
  const text = String(error);
  for (const name of ['PORT', 'DATABASE_URL', 'SECRET']) expect(text).toContain(name);
  expect(text).not.toContain('hunter2');
});

test('an empty variable is an absent one', () => {
  expect(() => loadConfig(Schema, { PORT: '1', DATABASE_URL: '', SECRET: 'x'.repeat(20) })).toThrow(
    'DATABASE_URL: is missing',
  );
});

test('a list of upstreams and a switch are read as they are meant', () => {
  const config = loadConfig(Schema, {
    PORT: '1',
    DATABASE_URL: 'postgres://a@b/c',
    SECRET: 'x'.repeat(20),
    INTAKE_URLS: 'http://a:1, http://b:2/',
    LIMITS: 'off',
  });
  expect(config.INTAKE_URLS).toEqual(['http://a:1', 'http://b:2']);
  expect(config.LIMITS).toBe(false);
});
