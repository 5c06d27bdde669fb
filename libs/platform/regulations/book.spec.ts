import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RegulationBook, RegulationError } from './index.ts';

const shipped = join(import.meta.dirname, '../../../regulations');

test('the shipped regulations load, each with its calendar prepared', () => {
  const book = RegulationBook.load(shipped);
  expect(book.all().length).toBeGreaterThan(0);
  for (const regulation of book.all()) {
    expect(book.get(regulation.tenant)).toBe(regulation);
    expect(book.calendar(regulation.tenant).timeZone).toBe(regulation.calendar.timeZone);
  }
  expect(book.get('nobody')).toBeUndefined();
  expect(() => book.calendar('nobody')).toThrow('nobody');
});

test('a mistake in any file stops the boot and is named with file and line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'regulations-'));
  try {
    cpSync(shipped, folder, { recursive: true });
    writeFileSync(join(folder, 'zzz.yaml'), 'tenant: zzz\nnonsense: 1\n');
    writeFileSync(join(folder, 'calendars', 'xx.csv'), 'nonsense\n');
    expect(() => RegulationBook.load(folder)).toThrow(RegulationError);
    expect(() => RegulationBook.load(folder)).toThrow(/calendars\/xx\.csv:1: [\s\S]*zzz\.yaml:\d+/);
    const mistakes = (): RegulationError => {
      try {
        RegulationBook.load(folder);
      } catch (error) {
        if (error instanceof RegulationError) return error;
        throw error;
      }
      throw new Error('the wrong folder was accepted');
    };
    expect(mistakes().mistakesIn('kk').join('\n')).toMatch(/zzz\.yaml, 2-жол: .*`nonsense`/);
    expect(mistakes().mistakesIn('en').join('\n')).toMatch(/zzz\.yaml:2: .*`nonsense`/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
