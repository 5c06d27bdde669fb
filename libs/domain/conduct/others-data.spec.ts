import { regulationOf } from '@reglament/testing/regulations';
import { decideMessage, findOthersData, findPersons, ownMarks, publicMarks, staffMarks } from './index.ts';

const found = (text: string) => findPersons(text).map(({ from, to }) => text.slice(from, to));

test.each([
  ['Заяву подала Олена Бондаренко, телефон 050 111 22 33.', ['Олена Бондаренко', '050 111 22 33']],
  ['Зверніться до Бондаренко Олени Іванівни.', ['Бондаренко Олени Іванівни']],
  ['Місце зайняв Ткачук Андрій, його пошта tkach@example.org', ['Ткачук Андрій', 'tkach@example.org']],
  ['Перед вами в черзі Коваль О. І. та П. С. Мельник.', ['Коваль О. І.', 'П. С. Мельник']],
  ['РНОКПП 1234567890, паспорт АВ 123456', ['1234567890', 'АВ 123456']],
  ['Вони живуть: вул. Шевченка, 5, кв. 12.', ['вул. Шевченка, 5, кв. 12']],
  ['Заявитель Иванов Пётр Сергеевич, ИИН 880101300123.', ['Иванов Пётр Сергеевич', '880101300123']],
  ['Өтінішті Айгүл Серікқызы Омарова берген.', ['Айгүл Серікқызы Омарова']],
  ['It was filed by Mary Jones.', ['Mary Jones']],
])('kuty 2.6: personal data is found in a message: %s', (text, places) => {
  expect(found(text)).toEqual(places);
});

test.each([
  'Добрий день! Оберіть садок і натисніть «Подати заявку». Дякуємо, Служба підтримки.',
  'Садок «Сонечко» на вул. Івана Франка, 7, працює з 8:00.',
  'Школа імені Тараса Шевченка, площа Богдана Хмельницького, проспект Лесі Українки.',
  'Відкрийте Мої дані, потім Заявки. Перевірте пункт 12 правил від 01.09.2026.',
  'Запис № 260 000 043 прийнято о 12:45 24 листопада 2026 року.',
  'Шановна Олено! Дякуємо.',
  'Нажмите «Мои данные», затем Сохранить. Откройте Личный Кабинет.',
  'Абай көшесі, Мұхтар Әуезов атындағы театр.',
  'Қарулы Күштер туралы анықтама.',
  'The U.S. President said so.',
  'Open My Data, then press Save Changes.',
])('kuty 2.6: what is nobody’s data is left in peace: %s', (text) => {
  expect(found(text)).toEqual([]);
});

const requester = { name: 'Олена Бондаренко', email: 'Olena@example.org', phone: '+380501112233' };
const own = new Set(ownMarks(requester, ['Моя донька Софія Ткачук, свідоцтво 1234567890.']));
const others = (text: string) =>
  findOthersData(text, (mark) => own.has(mark)).map(({ from, to }) => text.slice(from, to));

test.each([
  'Олено Іванівно, ми зателефонуємо на 050 111-22-33 або напишемо на olena@example.org.',
  'Заявку Олени Бондаренко прийнято, дитина: Софії Ткачук, документ 1234567890.',
  'Бондаренко О. І. може подати заявку сама.',
])('kuty 2.6: what the requester told of themselves may be said back, however it is written: %s', (text) => {
  expect(others(text)).toEqual([]);
});

test.each([
  ['Олена Коваль подала раніше.', ['Олена Коваль']],
  ['Ваш номер 050 111 22 33, а її 050 111 22 34.', ['050 111 22 34']],
  ['Олена Бондаренко і Марія Ткачук.', ['Марія Ткачук']],
])('kuty 2.6: another person’s data beside the requester’s own: %s', (text, places) => {
  expect(others(text)).toEqual(places);
});

test('kuty 2.6: the message is stopped with the clause and the words; the hotline’s own numbers and staff are no third persons', () => {
  const kuty = regulationOf('kuty');
  const nobodys = new Set([...publicMarks(kuty), ...staffMarks(['Іван Мельничук'])]);
  const decide = (text: string) => decideMessage(kuty, text, (mark) => nobodys.has(mark));
  expect(decide(`Телефонуйте: ${kuty.phone}, ${kuty.email}. Ваш оператор Іван Мельничук.`)).toMatchObject({ ok: true });
  const stopped = decide('Телефон Марії Ткачук: 067 111 22 33.');
  expect(stopped).toMatchObject({ ok: false, refused: { code: 'message-stopped', clause: '2.6' } });
  expect(stopped.ok ? '' : stopped.refused.sentence.uk).toContain('«Марії Ткачук», «067 111 22 33»');
  // A regulation that does not ask for it looks for nothing.
  expect(decideMessage(regulationOf('ovk'), 'Телефон Марии Ткачук: 8 916 111-22-33.')).toMatchObject({ ok: true });
});
