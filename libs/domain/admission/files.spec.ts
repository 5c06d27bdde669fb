import { regulationOf } from '@reglament/testing/regulations';
import { admitFile, attachmentFaults } from './index.ts';

const portal = regulationOf('kz-portal');
const withoutFiles = regulationOf('ovk');
const MB = 1024 * 1024;

test.each([
  ['an image', { bytes: 1, type: 'image/png' }, []],
  ['the largest', { bytes: 5 * MB, type: 'application/pdf' }, []],
  ['a byte more', { bytes: 5 * MB + 1, type: 'application/pdf' }, ['fileTooLarge']],
  ['nothing', { bytes: 0, type: null }, ['emptyFile']],
  ['a program', { bytes: 9, type: 'application/x-msdownload' }, ['fileTypeNotTaken']],
  ['something unknown', { bytes: 9, type: null }, ['fileTypeNotTaken']],
])('kz-portal 30-18: %s', (_, file, rules) => {
  expect(admitFile(portal, file, 'ru').map(({ rule }) => rule)).toEqual(rules);
});

test('a regulation without files takes none', () => {
  expect(admitFile(withoutFiles, { bytes: 1, type: 'image/png' }, 'ru')).toMatchObject([{ rule: 'noAttachments' }]);
  expect(attachmentFaults(withoutFiles, ['a'], 'ru')).toMatchObject([{ field: 'attachments', rule: 'noAttachments' }]);
  expect(attachmentFaults(withoutFiles, [], 'ru')).toEqual([]);
});

test('kz-portal 30-18: several images, and not more than the regulation says', () => {
  expect(attachmentFaults(portal, ['1', '2', '3', '4', '5'], 'kk')).toEqual([]);
  expect(attachmentFaults(portal, ['1', '2', '3', '4', '5', '6'], 'kk')).toMatchObject([{ rule: 'tooManyFiles' }]);
});
