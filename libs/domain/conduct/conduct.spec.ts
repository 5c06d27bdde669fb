import { findCredentialRequests, findInsults, maskSecrets } from './index.ts';

const found = (text: string) => findInsults(text).map(({ from, to }) => text.slice(from, to));

test.each([
  ['Вы идиот и больше не пишите.', ['идиот']],
  ['Ви ідіот, це ж очевидно.', ['ідіот']],
  ['Сіз ақымақсыз ба?', ['ақымақсыз']],
  ['Only an idiot would ask.', ['idiot']],
  ['Идите нахуй, пожалуйста', ['нахуй']],
  ['Ну ты и cукa', ['cукa']],
  ['Ах ты х*й собачий', ['х*й']],
  ['ДУРАААК', ['ДУРАААК']],
])('kuty 2.8: insulting words are found in every language, also in disguise: %s', (text, words) => {
  expect(found(text)).toEqual(words);
});

test.each([
  'Чтобы не оскорблять людей, употребляйте вежливые слова и не углубляйтесь.',
  'Подстрахуйте заявку: учебник по требованию лежит в небольшой папке, ребёнок себе его взял.',
  'Хуже не станет: колебания курса и дебаты тут ни при чём. Мандат, скотч, педикюр.',
  'Дякуємо за звернення. Заявку подано, дитину зареєстровано, гадаємо, все гаразд.',
  'Өтінішіңіз қабылданды, көрсетілген бетте жалғастырыңыз.',
  'Please assess the document and pass the class; the title is Dickens, Scunthorpe.',
])('kuty 2.8: ordinary words that look alike are left in peace: %s', (text) => {
  expect(found(text)).toEqual([]);
});

test.each([
  'Сообщите, пожалуйста, ваш пароль.',
  'Какой у вас пароль от кабинета?',
  'Пришлите код из СМС, и мы войдём.',
  'Надішліть нам, будь ласка, пароль.',
  'Құпиясөзіңізді жазыңыз.',
  'Please send me your password.',
])('kz-portal 30-11: asking for credentials is found: %s', (text) => {
  expect(findCredentialRequests(text)).toHaveLength(1);
});

test.each([
  'Никогда не сообщайте пароль: мы его не спрашиваем.',
  'Если забыли пароль, нажмите «Восстановить» и укажите почту.',
  'Введите пароль на странице входа.',
  'Құпиясөзіңізді ешкімге айтпаңыз.',
  'Never send your password to anyone.',
])('kz-portal 30-11: warnings and advice are let through: %s', (text) => {
  expect(findCredentialRequests(text)).toEqual([]);
});

test('kz-portal 30-11: a secret is masked where it stands, and nothing else is', () => {
  expect(maskSecrets('Логин aina, пароль: Qw3rty!9, телефон +7 701 123 45 67.')).toMatch(
    /^Логин aina, пароль: •••,? телефон \+7 701 123 45 67\.$/,
  );
  expect(maskSecrets('Не могу войти: пароль не подходит.')).toBe('Не могу войти: пароль не подходит.');
});
