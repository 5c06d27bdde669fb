export { freePort, type Host, startHost } from './hosts.ts';

/** The engines that the run shares. A test that cannot reach its engine fails. */
export function engines(): { readonly postgresUrl: string; readonly clickhouseUrl: string } {
  return {
    get postgresUrl() {
      return started('TEST_POSTGRES_URL');
    },
    get clickhouseUrl() {
      return started('TEST_CLICKHOUSE_URL');
    },
  };
}

function started(name: string): string {
  const url = process.env[name];
  if (url === undefined) throw new Error(`${name} is not set: the engine was not started for this run`);
  return url;
}
