export { freePort } from './hosts.ts';
export { type OwnEngine, ownEngine } from './own.ts';

/** The engines that the run shares: PostgreSQL. A test that cannot reach its engine fails. */
export function engines(): { readonly postgresUrl: string } {
  const postgresUrl = process.env.TEST_POSTGRES_URL;
  if (postgresUrl === undefined) throw new Error('PostgreSQL was not started for this run: is this an *.itest.ts?');
  return { postgresUrl };
}
