// Three kinds of tests: *.spec.ts need nothing but the code; *.itest.ts need real engines, started once per run;
// *.e2e.ts start the whole platform as a newcomer would and look at it from outside, with a browser where there is a page.
const shared = {
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: 'es6' },
      },
    ],
  },
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@reglament/source', 'node'] },
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
};

export default {
  testSequencer: '<rootDir>/tools/test/longest-first.mjs',
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/{apps,libs,tools,deploy}/**/*.spec.ts'] },
    {
      ...shared,
      displayName: 'integration',
      testMatch: ['<rootDir>/{apps,libs,tools,deploy}/**/*.itest.ts'],
      globalSetup: '<rootDir>/libs/testing/engines/global-setup.ts',
      globalTeardown: '<rootDir>/libs/testing/engines/global-teardown.ts',
      setupFilesAfterEnv: ['<rootDir>/libs/testing/engines/patience.ts'],
    },
    {
      ...shared,
      displayName: 'browser',
      testMatch: ['<rootDir>/{apps,libs,tools,deploy}/**/*.e2e.ts'],
      setupFilesAfterEnv: ['<rootDir>/tools/test/patience.ts'],
    },
  ],
};
