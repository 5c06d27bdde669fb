import { regulationOf } from '@reglament/testing/regulations';
import { decideFiles } from './index.ts';

const portal = regulationOf('kz-portal');
const carried = (fileIds: string[], more: { there?: string[]; hasWords?: boolean } = {}) => ({
  fileIds,
  there: new Set(more.there ?? fileIds),
  hasWords: more.hasWords ?? true,
});
const faultsOf = (decided: ReturnType<typeof decideFiles>) =>
  decided.ok ? [] : decided.refused.faults.map(({ field, rule }) => `${field} ${rule}`);

test.each([
  ['none, without words', carried([], { hasWords: false }), []],
  ['as many as the regulation says', carried(['1', '2', '3', '4', '5']), []],
  ['one more', carried(['1', '2', '3', '4', '5', '6']), ['attachments tooManyFiles']],
  ['one that nobody brought', carried(['1', '2'], { there: ['1'] }), ['attachments.1 unknownFile']],
  ['one without words', carried(['1'], { hasWords: false }), ['text filesNeedWords']],
  [
    'an unknown one without words',
    carried(['1'], { there: [], hasWords: false }),
    ['attachments.0 unknownFile', 'text filesNeedWords'],
  ],
])('kz-portal 30-18: a message with files: %s', (_, given, faults) => {
  expect(faultsOf(decideFiles(portal, given))).toEqual(faults);
});

test('a regulation without files lets no message carry one', () => {
  expect(faultsOf(decideFiles(regulationOf('ovk'), carried(['1'])))).toEqual(['attachments noAttachments']);
  expect(decideFiles(regulationOf('ovk'), carried([]))).toMatchObject({ ok: true });
});

test('a refusal names the clause, and each field in every language', () => {
  const decided = decideFiles(portal, carried(['1'], { there: [] }));
  expect(decided).toMatchObject({ ok: false, refused: { code: 'files-not-taken', clause: '30-18' } });
  for (const language of ['ru', 'uk', 'kk', 'en'] as const)
    expect(decided.ok ? '' : decided.refused.faults[0]?.sentence[language]).toMatch(/\S/);
});
