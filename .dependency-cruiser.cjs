/**
 * The walls of the house. Each rule carries its reason: it is printed when the rule is broken.
 * TypeScript 7 has no programming interface, so the sources are read with swc; `@reglament/source` makes workspace imports resolve to sources.
 */
/** Tests and what only tests use: `*.samples.ts`, and an app's own folders `testing/` and `e2e/`. */
const tests = '(\\.(spec|itest|samples|e2e|browser|clauses)\\.tsx?$)|^apps/[^/]+/(testing|e2e)/|^tools/test/';
const shell = '^(apps|libs/platform|libs/testing|tools)/';
const frameworks =
  'node_modules/(@nestjs|@mikro-orm|@nats-io|@clickhouse|fastify|pg|pino|prom-client|nodemailer|chdb)(/|$)';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Two files that need each other are one file, or hide a third: a cycle cannot be read from its beginning.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'domain-is-pure',
      comment:
        'Rules are functions of facts: libs/domain knows no framework, no platform, no service, so that a rule can be replayed, explained and tested by itself.',
      severity: 'error',
      from: { path: '^libs/domain/', pathNot: tests },
      to: { path: `${shell}|${frameworks}` },
    },
    {
      name: 'domain-stands-on-few-packages',
      comment:
        'Whoever reads the core must be able to trust what it stands on: schemas, YAML and word stems are plain functions. Another package is decided here.',
      severity: 'error',
      from: { path: '^libs/domain/', pathNot: tests },
      to: { path: 'node_modules/(?!(zod|yaml|snowball-stemmers)/)' },
    },
    {
      name: 'domain-does-no-io',
      comment: 'libs/domain reads no file, no clock, no network: whatever it needs is an argument.',
      severity: 'error',
      from: { path: '^libs/domain/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'contracts-stand-alone',
      comment: 'Events on the wire outlive the services: libs/contracts may not change because something inside does.',
      severity: 'error',
      from: { path: '^libs/contracts/', pathNot: '\\.spec\\.ts$' },
      to: { path: `${shell}|^libs/domain/(?!time/)|${frameworks}` },
    },
    {
      name: 'apps-do-not-import-apps',
      comment:
        'Services share facts, not code or rows: one service reaches another through its events or its HTTP interface.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '\\.(spec|itest)\\.tsx?$' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libraries-do-not-import-apps',
      comment: 'A library that knows a service cannot be used by the next one.',
      severity: 'error',
      from: { path: '^libs/(?!testing/)' },
      to: { path: '^(apps|tools)/' },
    },
    {
      name: 'testing-only-from-tests',
      comment: 'libs/testing starts engines and builds samples: nothing that runs for people may depend on it.',
      severity: 'error',
      from: { pathNot: `${tests}|^libs/testing/` },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'platform-knows-no-service',
      comment: 'libs/platform is plumbing for any service; what belongs to one lives in that service.',
      severity: 'error',
      from: { path: '^libs/platform/', pathNot: tests },
      to: { path: '^(apps|tools|libs/testing)/' },
    },
    {
      name: 'console-speaks-http',
      comment: 'The console runs in a browser: of the house it may share only contracts and pure rules.',
      severity: 'error',
      from: { path: '^apps/console/', pathNot: tests },
      to: { path: '^(libs/platform|libs/testing|tools)/' },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere breaks at run time.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(bun:|k6(/|$)|https://jslib)' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage|node_modules/\\.cache)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@reglament/source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
