import { readFileSync } from 'node:fs';
import { type LockPackages, missingEntries } from './complete.ts';

test('package-lock.json names the packages of every platform, so that `npm ci` accepts it (else: npm run complete-lock)', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: LockPackages };
  expect(Object.keys(missingEntries(lock.packages))).toEqual([]);
});

test('a missing platform package is named with what it is for', () => {
  const packages: LockPackages = {
    'node_modules/swift': {
      dev: true,
      optionalDependencies: {
        '@swift/win32-x64': '1.2.3',
        '@swift/linux-arm64-musl': '^1.2.3',
        '@swift/darwin-arm64': '1.2.3',
      },
    },
    'node_modules/swift/node_modules/@swift/darwin-arm64': { version: '1.2.3' },
  };
  expect(missingEntries(packages)).toEqual({
    'node_modules/@swift/win32-x64': { version: '1.2.3', cpu: ['x64'], dev: true, optional: true, os: ['win32'] },
    'node_modules/@swift/linux-arm64-musl': {
      version: '1.2.3',
      cpu: ['arm64'],
      dev: true,
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    },
  });
});
