import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chooseAccount } from './account.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'reglament-account-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('PostgreSQL never runs as root, and passes closed folders only where the way leads through one', () => {
  const open = path.join(folder, 'open');
  mkdirSync(path.join(open, 'data'), { recursive: true });
  chmodSync(folder, 0o755);
  const way = chooseAccount([path.join(open, 'data')]);
  chmodSync(open, 0o700);
  const closed = chooseAccount([path.join(open, 'data')]);
  if (process.getuid?.() === 0) {
    expect(way.uid).toBeGreaterThan(0);
    expect(way.setpriv.join(' ')).not.toContain('caps');
    expect(closed.setpriv.join(' ')).toContain('--ambient-caps=+dac_override');
  } else {
    expect([way, closed]).toEqual([{ setpriv: [] }, { setpriv: [] }]);
  }
});
