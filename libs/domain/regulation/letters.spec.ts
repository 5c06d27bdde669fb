import { fillLetter, hoursInWords, type Letter } from './index.ts';

const letter: Letter = {
  clause: '2.7',
  subject: { ru: 'Ответ {number}', kk: '{number} жауап' },
  body: { ru: 'Здравствуйте, {name}!\n\n{text}\n\nПункт {clause}: {clauseText}\n\nДо свидания', kk: '{name}: {text}' },
};

describe('letters', () => {
  test('a letter is filled in the language of the request', () => {
    expect(fillLetter(letter, 'kk', { number: '7', name: 'Айгүл', text: 'иә' })).toEqual({
      subject: '7 жауап',
      body: 'Айгүл: иә',
    });
  });

  test('a paragraph that has nothing to say is left out', () => {
    const { body } = fillLetter(letter, 'ru', { number: '7', name: 'Анна', text: '  ', clause: '2.6' });
    expect(body).toBe('Здравствуйте, Анна!\n\nДо свидания');
  });

  test('what a person wrote is not read as a template, and cannot add a header line', () => {
    const values = { number: '1\r\nBcc: all@example.org', name: '{clause}', text: '{number} $& $1' };
    const { subject, body } = fillLetter(letter, 'ru', values);
    expect(subject).toBe('Ответ 1 Bcc: all@example.org');
    expect(body).toContain('Здравствуйте, {clause}!\n\n{number} $& $1');
  });

  test('a language that the letter lacks falls back to its first', () => {
    expect(fillLetter(letter, 'en', { number: '7' }).subject).toBe('Ответ 7');
  });
});

describe('hours in words', () => {
  const spec = { id: 'x', timeZone: 'UTC', exceptions: new Map() };
  const day = [{ fromMinute: 540, toMinute: 1080 }];
  test('equal days stand together, breaks are taken out', () => {
    const week = { mon: day, tue: day, wed: day, sat: [{ fromMinute: 1320, toMinute: 1800 }] };
    const breaks = { mon: [{ fromMinute: 780, toMinute: 840 }] };
    expect(hoursInWords({ ...spec, week, breaks }, 'ru')).toBe(
      'пн 9:00–13:00, 14:00–18:00; вт–ср 9:00–18:00; сб 22:00–6:00',
    );
  });
  test('around the clock', () => {
    const whole = [{ fromMinute: 0, toMinute: 1440 }];
    const week = { mon: whole, tue: whole, wed: whole, thu: whole, fri: whole, sat: whole, sun: whole };
    expect(hoursInWords({ ...spec, week }, 'kk')).toBe('тәулік бойы');
  });
});
