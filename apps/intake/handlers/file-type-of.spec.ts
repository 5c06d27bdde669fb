import { typeOf } from './file-type-of.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test.each([
  ['an image', png, 'image/png'],
  ['a text', Buffer.from('Шаг 1\tнажать «Отправить»\r\n'), 'text/plain'],
  ['a program named like an image', Buffer.from('MZ\u0090\u0000\u0003', 'latin1'), 'application/x-msdownload'],
  ['a page that a browser would run', Buffer.from(' <!doctype html><script>alert(1)</script>'), null],
  ['an image that a browser would run', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), null],
  ['bytes that are nothing', Buffer.from([0xff, 0xfe, 0x00, 0x81]), null],
])('%s is told from its bytes', async (_, content, type) => {
  expect(await typeOf(content)).toBe(type);
});
