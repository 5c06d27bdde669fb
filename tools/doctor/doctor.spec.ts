import { examine } from './findings.ts';

const root = process.cwd();

test('what runs the platform is found on this machine', async () => {
  const findings = await examine(root, process.env);
  const needed = findings.filter((finding) => finding.weight === 'needed');
  expect(needed.filter((finding) => !finding.isThere)).toEqual([]);
  expect(needed.map((finding) => finding.name)).toContain('nats-server');
}, 30_000);

test('engines of the person’s own take the place of ours, and no address with its password is printed', async () => {
  const env = {
    DATABASE_URL: 'postgres://me:hunter2@db/x',
    NATS_URL: 'nats://t@bus',
    CLICKHOUSE_URL: 'http://me:hunter2@ch',
  };
  const findings = await examine(root, { ...process.env, ...env });
  const yours = findings.filter((finding) => finding.says.startsWith('yours')).map((finding) => finding.name);
  expect(yours).toEqual(['PostgreSQL', 'nats-server', 'ClickHouse']);
  expect(JSON.stringify(findings)).not.toContain('hunter2');
}, 30_000);

test('every missing thing comes with how to get it', async () => {
  const findings = await examine(root, { ...process.env, PATH: '' });
  for (const finding of findings.filter((one) => !one.isThere)) expect(finding.says).toMatch(/\S+ \S+/);
}, 30_000);
