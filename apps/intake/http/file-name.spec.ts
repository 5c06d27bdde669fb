import { fileNameOf } from './file-name.ts';

test.each([
  ['screen.png', 'screen.png'],
  [encodeURIComponent('Снимок экрана 1.png'), 'Снимок экрана 1.png'],
  [encodeURIComponent('../../etc/passwd'), 'passwd'],
  [encodeURIComponent('C:\\fakepath\\отчёт.pdf'), 'отчёт.pdf'],
  [encodeURIComponent('invoice\u202Egpj.exe'), 'invoicegpj.exe'],
  [encodeURIComponent(`${'а'.repeat(300)}.docx`), `${'а'.repeat(195)}.docx`],
  ['%E0%A4%A', null],
  [encodeURIComponent(' / '), null],
  ['..', null],
])('%s is kept as %s', (encoded, name) => {
  expect(fileNameOf(encoded)).toBe(name);
});
