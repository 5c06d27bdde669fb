import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EditRefusal } from '@reglament/domain/question-groups';
import type { Regulation } from '@reglament/domain/regulation';
import type { ClickHouse } from '@reglament/platform/clickhouse';
import { FixedClock } from '@reglament/platform/clock';
import { RegulationBook } from '@reglament/platform/regulations';
import { type TestDatabase, testDatabase } from '@reglament/testing/database';
import { Archive } from '../statistics/archive.ts';
import { listRequests } from '../statistics/list-requests.ts';
import { periodOf } from '../statistics/period.ts';
import { migrations } from '../store/migrations/index.ts';
import { store, testArchive } from '../testing/house.ts';
import { asked, ODD } from './asked.samples.ts';
import { CopyQuestions } from './copy.ts';
import { type Edited, EditGroups } from './edit-groups.ts';
import { GroupMonth } from './group-month.ts';
import { readQuestions } from './read-questions.ts';
import { SplitGroup } from './split-group.ts';

const clock = new FixedClock('2026-10-31T12:00:00Z');
const by = { tenant: 'ovk', subject: '0192f3a4-0000-7000-8000-000000000001', name: 'Марина' };

let house: ClickHouse;
let closeArchive: () => Promise<void>;
let archive: Archive;
let tables: TestDatabase;
let ovk: Regulation;
let copies: CopyQuestions;
let edits: EditGroups;
let splits: SplitGroup;

const months = (url = '') =>
  new GroupMonth(tables.database, clock, archive, copies, { url, token: 'secret', alike: 0.9, timeoutMs: 1_000 });
const month = (of: string) => periodOf('month', `${of}-01`, ovk.calendar.timeZone);
const page = (of: string) =>
  readQuestions(archive, tables.database, ovk, month(of), { search: '', limit: 50, offset: 0 }, 'ru');
const counts = async (of: string) => Object.fromEntries((await page(of)).items.map(({ name, count }) => [name, count]));
const groupOf = async (of: string, name: RegExp) => {
  const found = (await page(of)).items.find((item) => name.test(item.name));
  if (found === undefined) throw new Error(`no group ${name} in ${of}`);
  return found;
};
interface Dated {
  readonly fromAt: string;
  readonly toAt: string;
}
const done = (edited: Edited): string => {
  if (!edited.ok) throw new Error(edited.code);
  return edited.editId;
};
const refused = (edited: Edited): EditRefusal | null => (edited.ok ? null : edited.code);

beforeAll(async () => {
  const found = RegulationBook.load('regulations').get('ovk');
  if (found === undefined) throw new Error('no ovk');
  ovk = found;
  [{ house, close: closeArchive }, tables] = await Promise.all([
    testArchive(),
    testDatabase({ service: 'reporting', migrations }),
  ]);
  archive = new Archive(house);
  copies = new CopyQuestions(tables.database, archive, house);
  edits = new EditGroups(tables.database, clock, copies);
  splits = new SplitGroup(tables.database, clock, archive, edits, copies);
  const extra = Array.from({ length: 4 }, () => 'Где скачать акт сверки за прошлый год по филиалу?');
  await store(house, [
    ...asked('ovk', '2026-09-10', { signature: 9, letter: 6, 'update-uk': 4, 'deadline-kk': 3 }, [...ODD]),
    ...asked('ovk', '2026-10-12', { signature: 5, letter: 8, 'update-uk': 3, 'password-en': 2 }),
    ...asked('ovk', '2026-11-12', { signature: 4, letter: 7, 'update-uk': 6, statement: 4 }, extra),
  ]);
  await months().group(ovk, '2026-09-01');
}, 120_000);

afterAll(async () => {
  await tables?.close();
  await closeArchive?.();
}, 30_000);

test('edits: what a manager merged, renamed and hid, the next month respects', async () => {
  const [signature, letter] = [await groupOf('2026-09', /подпись/), await groupOf('2026-09', /письм/i)];
  const update = await groupOf('2026-09', /програма/i);
  done(await edits.edit(by, { kind: 'merge', groupId: letter.groupId, into: signature.groupId }));
  done(await edits.edit(by, { kind: 'rename', groupId: signature.groupId, name: 'Подпись, звонить +7 912 345-67-89' }));
  done(await edits.edit(by, { kind: 'hide', groupId: update.groupId }));
  const september = await page('2026-09');
  expect(september.items[0]).toMatchObject({
    name: 'Подпись, звонить +•••',
    count: 15,
    merged: [{ groupId: letter.groupId }],
  });
  expect(september.hidden.map(({ groupId }) => groupId)).toEqual([update.groupId]);
  await months().group(ovk, '2026-10-01');
  const october = await page('2026-10');
  expect(october.items.map(({ name, count, before }) => [name, count, before])).toEqual([
    ['Подпись, звонить +•••', 13, 15],
    [expect.stringMatching(/password/), 2, 0],
  ]);
});

test('edits: taken back, they are as if they had not been, and the record keeps both', async () => {
  const edit = await tables.database.tenant('ovk', (tx) =>
    tx.sql<{ edit_id: string; kind: string }>(
      'SELECT edit_id, kind FROM reporting.question_edits ORDER BY edit_id DESC',
    ),
  );
  for (const { edit_id, kind } of edit) {
    if (kind === 'merge') continue;
    done(await edits.undo(by, edit_id));
    expect(refused(await edits.undo(by, edit_id))).toBe('already-undone');
  }
  const merge = edit.find(({ kind }) => kind === 'merge')?.edit_id ?? '';
  done(await edits.undo(by, merge));
  expect(Object.values(await counts('2026-09'))).toEqual([9, 6, 4, 3]);
  const said = await tables.admin<{ change: string; undone: string; name: string }>(
    "SELECT payload->>'change' AS change, payload->>'undone' AS undone, payload->>'name' AS name FROM reporting.outbox ORDER BY id",
  );
  expect(said.map(({ change, undone }) => [change, undone])).toEqual([
    ['merge', 'false'],
    ['rename', 'false'],
    ['hide', 'false'],
    ['hide', 'true'],
    ['rename', 'true'],
    ['merge', 'true'],
  ]);
  expect(said.some(({ name }) => /912/.test(name))).toBe(false);
});

test('edits: what was split off stays apart, takes what asks the same with it, and is put back by an undo', async () => {
  const { groupId, count } = await groupOf('2026-09', /письм/i);
  const listOf = async (...[{ fromAt: from }, { toAt: to }]: [Dated, Dated]) => {
    const list = { metric: 'question', key: groupId, from, to, limit: 50, offset: 0 };
    return (await listRequests(archive, ovk, list, 'ru')).items;
  };
  const [september, october] = [await page('2026-09'), await page('2026-10')];
  const items = await listOf(september, september);
  const everything = await listOf(september, october);
  const mailed = items.filter(({ summary }) => /на почту/.test(summary)).map(({ requestId }) => requestId);
  const span = { ...month('2026-09'), timeZone: ovk.calendar.timeZone };
  const ask = (requestIds: readonly string[]) => splits.split(by, { ...span, groupId, requestIds, name: null });
  expect(everything.length).toBeGreaterThan(items.length);
  expect(refused(await ask(everything.map(({ requestId }) => requestId)))).toBe('nothing-to-split');
  expect(refused(await ask(['0192f3a4-0000-7000-8000-0000000000ff']))).toBe('nothing-to-split');
  const editId = done(await ask(mailed.slice(0, 1)));
  // The month is grouped anew: the others that ask the same follow.
  await months().group(ovk, '2026-09-01');
  await months().group(ovk, '2026-10-01');
  const parted = await groupOf('2026-09', /на почту/);
  expect([parted.count, (await groupOf('2026-09', /^(?!.*на почту).*письм/i)).count]).toEqual([
    mailed.length,
    count - mailed.length,
  ]);
  expect(await groupOf('2026-10', /на почту/)).toMatchObject({
    groupId: parted.groupId,
    count: 2,
    before: mailed.length,
  });
  done(await edits.undo(by, editId));
  expect((await groupOf('2026-09', /письм/i)).count).toBe(count);
});

/** A small service of vectors: one axis a topic, whatever the language; it can be told to fail. */
function vectorService(axes: readonly RegExp[]) {
  const seen: { texts: string[]; authorization: string | undefined }[] = [];
  let mode: 'well' | 'slow' | 'wrong' = 'well';
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString();
    });
    request.on('end', () => {
      const { texts } = JSON.parse(body) as { texts: string[] };
      seen.push({ texts, authorization: request.headers.authorization });
      const vectorOf = (text: string, at: number) => {
        const axis = axes.findIndex((one) => one.test(text));
        return axes
          .concat(/./)
          .map((_, place) => (place === axis ? 1 : axis < 0 && place === axes.length ? at % 2 || -1 : 0));
      };
      const vectors = mode === 'wrong' ? [] : texts.map(vectorOf);
      if (mode !== 'slow') response.end(JSON.stringify({ vectors, model: 'axes', alike: 0.8 }));
    });
  });
  return {
    seen,
    set: (next: typeof mode) => {
      mode = next;
    },
    listen: () =>
      new Promise<string>((resolve) => {
        server.listen(0, '127.0.0.1', () =>
          resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/embed`),
        );
      }),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

test('vectors: a service that is plugged in decides what asks the same, and the groups keep their ids', async () => {
  const service = vectorService([/подп/i, /пис[ьм]/i, /програм/i, /акт|statement/i]);
  const url = await service.listen();
  try {
    const before = await groupOf('2026-10', /подпись/);
    await months(url).group(ovk, '2026-11-01');
    const november = await page('2026-11');
    expect(november.months).toMatchObject([{ method: 'axes', notice: null }]);
    expect(november.items.map(({ count }) => count)).toEqual([8, 7, 6, 4]);
    expect(await groupOf('2026-11', /подпись/)).toMatchObject({ groupId: before.groupId, count: 4 });
    expect(service.seen.every(({ authorization }) => authorization === 'Bearer secret')).toBe(true);
    for (const failing of ['slow', 'wrong'] as const) {
      service.set(failing);
      await months(url).group(ovk, '2026-11-01');
      const again = await page('2026-11');
      expect(again.months).toMatchObject([{ method: 'built-in', notice: 'embedding-away' }]);
      expect(await groupOf('2026-11', /подпись/)).toMatchObject({ groupId: before.groupId, count: 4 });
    }
  } finally {
    service.close();
  }
});
