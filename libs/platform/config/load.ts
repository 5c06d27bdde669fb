import type { z } from 'zod';

/** Everything that is wrong with the environment, at once. Names and rules only: a value may be a secret. */
export class ConfigError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(
      `The configuration has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
    );
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

/**
 * Reads the environment by a schema. An empty variable counts as absent. Throws `ConfigError` naming every fault at once;
 * values never appear in it.
 */
export function loadConfig<Schema extends z.ZodObject>(
  schema: Schema,
  env: Readonly<Record<string, string | undefined>>,
): z.output<Schema> {
  const known = Object.keys(schema.shape);
  const given = Object.fromEntries(known.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new ConfigError(
    parsed.error.issues.map((issue) => {
      const name = issue.path.map(String).join('.');
      return `${name}: ${given[String(issue.path[0])] === undefined ? 'is missing' : issue.message}`;
    }),
  );
}

/**
 * The same for a process's start: on faults prints them and exits with 78 (EX_CONFIG); with `--validate` among the
 * arguments says that all is well and exits with 0 before anything else is started.
 */
export function loadConfigOrExit<Schema extends z.ZodObject>(schema: Schema, name: string): z.output<Schema> {
  try {
    const config = loadConfig(schema, process.env);
    if (!process.argv.includes('--validate')) return config;
    process.stdout.write(`${name}: the configuration is valid\n`);
    return process.exit(0);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${name}: ${error.message}\n`);
    return process.exit(78);
  }
}
