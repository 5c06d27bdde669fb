import { findPersonalData, maskPersonalData, summarise } from './index.ts';

test.each([
  ['пишите на ivan.petrov@mail.ru, жду', 'пишите на •••@•••, жду'],
  ['почта: иван@почта.рф', 'почта: •••@•••'],
  ['мой номер +7 916 123-45-67', 'мой номер +•••'],
  ['звоните 8 (495) 123 45 67 до пяти', 'звоните +••• до пяти'],
  ['89161234567', '+•••'],
  ['+77011234567 нөміріне хабарласыңыз', '+••• нөміріне хабарласыңыз'],
  ['8 701 123 45 67', '+•••'],
  ['тел. +38 (067) 123-45-67', 'тел. +•••'],
  ['0671234567', '+•••'],
  ['067 123 45 67', '+•••'],
  ['+380 67 123 45 67', '+•••'],
  ['звоните 8 (7172) 12-34-56', 'звоните +•••'],
  ['(03478) 2-12-34 після обіду', '+••• після обіду'],
  ['0 800 500 609', '+•••'],
  ['＋７４９５１２３４５６７', '+•••'],
  ['ИИН 900101300123', 'ИИН ••••••'],
  ['ЖСН: 900101300123', 'ЖСН: ••••••'],
  ['РНОКПП 3123456789', 'РНОКПП ••••••'],
  ['СНИЛС 112-233-445 95', 'СНИЛС ••••••'],
  ['паспорт 4509 123456 выдан', 'паспорт •• •••••• выдан'],
  ['паспорт серия 45 09 №123456', 'паспорт серия •• ••••••'],
  ['паспорт АВ 123456', 'паспорт •• ••••••'],
  ['карта 4111 1111 1111 1111 не проходит', 'карта •••• •••• не проходит'],
  ['карта 4111111111111111', 'карта •••• ••••'],
  ['пароль: qwerty, логин ivan', 'пароль: •••, логин ivan'],
  ['Мой пароль — Солнышко1', 'Мой пароль — •••'],
  ['мій пароль: Сонечко', 'мій пароль: •••'],
  ['пароль qwerty123 не подходит', 'пароль ••• не подходит'],
  ['құпия сөзім: bala2026', 'құпия сөзім: •••'],
  ['құпиясөз: abc', 'құпиясөз: •••'],
  ['my password is hunter2', 'my password is •••'],
  ['Password: hunter2', 'Password: •••'],
  ['пин-код 4821', 'пин-код •••'],
  ['PIN: 4821', 'PIN: •••'],
  ['код из смс: 482193', 'код из смс: •••'],
])('personal data is masked: %s', (text, masked) => {
  expect(maskPersonalData(text)).toBe(masked);
});

test.each([
  'Забыл пароль, не могу войти',
  'Пароль не подходит, что делать?',
  'Не приходит пароль на почту',
  'Құпиясөзді ұмытып қалдым',
  'Обращение № 260 000 417 от 20.11.2026 14:35',
  'Ошибка 0x80070005 в версии 11.0.12.4567',
  'Счёт на 1 250 000 руб. от 01.11.2026',
  'Отчёт за 2025-2026 год, форма 4-ФСС, строка 120',
  'ГОСТ 34.10-2012, порт 8080, 192.168.10.25',
  'вложение 3 из 12, страница 145',
])('an ordinary text stays as it is: %s', (text) => {
  expect(maskPersonalData(text)).toBe(text);
});

test('masking twice changes nothing more', () => {
  const once = maskPersonalData('ivan@mail.ru, +7 916 123-45-67, пароль: qwerty, 4111 1111 1111 1111, 900101300123');
  expect(maskPersonalData(once)).toBe(once);
});

test('finds are told with their kind and place', () => {
  const text = 'пароль: qwerty; +7 916 123-45-67';
  expect(findPersonalData(text).map(({ kind, from, to }) => [kind, text.slice(from, to)])).toEqual([
    ['secret', 'qwerty'],
    ['phone', '+7 916 123-45-67'],
  ]);
});

test('a hostile text of the largest size is masked in well under a second', () => {
  const started = performance.now();
  for (const unit of ['9', '8 ', '(', 'a@', 'a.', 'пароль ', '+7', 'паспорт ', '- ', 'a@a.', '1-'])
    maskPersonalData(unit.repeat(8000).slice(0, 8000));
  expect(performance.now() - started).toBeLessThan(1500);
});

test('a summary is one line, short, masked, and cut between words', () => {
  expect(summarise('  Добрый день!\n\nНе  печатает\tсчёт. ')).toBe('Добрый день! Не печатает счёт.');
  const long = summarise(`Пишите на a@b.ru. ${'очень длинное слово '.repeat(30)}`, 60);
  expect(long.length).toBeLessThanOrEqual(60);
  expect(long).toMatch(/^Пишите на •••@•••\. .*слово…$|^Пишите на •••@•••\. .*[а-я]…$/);
  expect(summarise('😀'.repeat(200), 20).isWellFormed()).toBe(true);
  expect(summarise('x'.repeat(500), 160)).toHaveLength(160);
});
