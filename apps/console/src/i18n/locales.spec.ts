import { texts as en } from './locales/en/index.ts';
import { texts as kk } from './locales/kk/index.ts';
import { texts as ru } from './locales/ru/index.ts';
import { texts as uk } from './locales/uk/index.ts';

const suffix = /_(zero|one|two|few|many|other)$/;

/** Every text by its full key: `form.error.some_one` → text. */
function flat(node: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(node)) {
    const full = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') found.set(full, value);
    else for (const [inner, text] of flat(value, full)) found.set(inner, text);
  }
  return found;
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();
const languages = { en, ru, uk, kk };
const meant = flat(en);
const baseKeys = (texts: Map<string, string>) => new Set([...texts.keys()].map((key) => key.replace(suffix, '')));

describe.each(Object.entries(languages))('the texts in %s', (language, texts) => {
  const here = flat(texts);

  test('are complete: no key is missing and none is left over', () => {
    expect([...baseKeys(here)].sort()).toEqual([...baseKeys(meant)].sort());
  });

  test('have every plural form of the language and no other', () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const counted = new Set([...here.keys()].filter((key) => suffix.test(key)).map((key) => key.replace(suffix, '')));
    const countedInEnglish = new Set(
      [...meant.keys()].filter((key) => suffix.test(key)).map((key) => key.replace(suffix, '')),
    );
    expect(counted).toEqual(countedInEnglish);
    for (const base of counted) {
      const forms = [...here.keys()].filter((key) => key.replace(suffix, '') === base && suffix.test(key));
      expect(forms.map((key) => key.slice(base.length + 1)).sort()).toEqual([...categories].sort());
    }
  });

  test('have the same placeholders as the English ones', () => {
    const wrong: string[] = [];
    for (const [key, text] of here) {
      const original = meant.get(key) ?? meant.get(`${key.replace(suffix, '')}_other`) ?? '';
      if (placeholders(text).join() !== placeholders(original).join()) wrong.push(`${key}: ${text}`);
    }
    expect(wrong).toEqual([]);
  });

  test('are written out: nothing is empty and nothing has stray spaces', () => {
    expect([...here].filter(([, text]) => text === '' || text !== text.trim() || / {2}/.test(text))).toEqual([]);
  });

  test('use the letters of the language', () => {
    const script =
      language === 'en'
        ? /[А-яЁёЄєІіЇїҐґӘәҒғҚқҢңӨөҰұҮүҺһ]/
        : language === 'kk'
          ? /[ЇїЄєҐґ]/
          : language === 'ru'
            ? /[ІіЇїЄєҐґӘәҒғҚқҢңӨөҰұҮүҺһ]/
            : /[ЫыЭэЁёЪъӘәҒғҚқҢңӨөҰұҮүҺһ]/;
    expect([...here].filter(([, text]) => script.test(text))).toEqual([]);
  });
});
