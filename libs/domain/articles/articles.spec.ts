import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import {
  type Article,
  ArticleIndex,
  type ArticleTexts,
  answerWith,
  excerptOf,
  isDue,
  plainText,
  refusedTexts,
  refusedVerb,
} from './index.ts';

type Demo = Record<string, { readonly articles: Record<string, ArticleTexts> }>;
const demo: Demo = parse(readFileSync(path.join(import.meta.dirname, '../../../demo/articles.yaml'), 'utf8'));
const indexOf = (tenant: string) =>
  new ArticleIndex(
    Object.entries(demo[tenant]?.articles ?? {}).map(([articleId, texts]) => ({
      articleId,
      texts: Object.fromEntries(
        Object.entries(texts).map(([language, text]) => [language, { ...text, asks: text?.asks ?? [] }]),
      ),
    })),
  );
const first = (tenant: string, asked: string, atLeast = 0.4) => indexOf(tenant).find(asked, { atLeast, limit: 3 })[0];

test.each([
  ['edoc', 'Добрый день! Не могу подписать договор, кнопка подписи серая, что делать?', 'sign'],
  ['edoc', 'Забыла пароль, помогите восстановить доступ', 'sign-in'],
  ['edoc', 'Құжатқа қол қоя алмай жатырмын, портал кілтті көрмейді', 'sign'],
  ['kz-portal', 'Как записать сына в очередь в детский сад?', 'apply'],
  ['kz-portal', 'Файл жүктелмейді, қате шығып тұр', 'upload'],
  ['ovk', 'У нас закончилась лицензия, как её продлить и оплатить', 'renew'],
  ['initiative', 'Месяц не закрывается', 'close-month'],
  ['kuty', 'Хочу стати в чергу до дитячого садка', 'apply'],
])('%s: “%s” is answered by %s', (tenant, asked, article) => {
  expect(first(tenant, asked)?.articleId).toBe(article);
});

test.each([
  ['a word begun and not finished', 'edoc', 'подпис', 'sign'],
  ['a word misspelt', 'ovk', 'прадлить лицензеи', 'renew'],
  ['a word of another form', 'kuty', 'заявкою', 'apply'],
])('%s is found all the same', (_, tenant, asked, article) => {
  expect(first(tenant, asked, 0.25)?.articleId).toBe(article);
});

test('what no article speaks of interrupts nobody', () => {
  expect(first('edoc', 'Принтер не печатает договоры на плотной бумаге')).toBeUndefined();
  expect(first('kz-portal', 'Когда откроется бассейн?')).toBeUndefined();
  expect(first('edoc', '!!! 123')).toBeUndefined();
  expect(new ArticleIndex([]).find('Как подписать?', { atLeast: 0, limit: 3 })).toEqual([]);
});

test('Markdown is brought down to its words; an excerpt ends between words', () => {
  expect(plainText('# Как\n\n1. Нажмите **«Да»** [здесь](https://x.example)\n- и <b>ждите</b>')).toBe(
    'Как Нажмите «Да» здесь и ждите',
  );
  expect(excerptOf('слово '.repeat(100))).toMatch(/^(слово ){29}слово…$/);
});

test('edoc 14: the standard answer names the article and its address in the requester’s language', () => {
  const article = { title: 'Как $& подписать', url: 'https://help.example.org/h/edoc/help/1' };
  expect(answerWith(article, 'ru')).toContain('«Как $& подписать»');
  expect(new Set((['ru', 'uk', 'kk', 'en'] as const).map((language) => answerWith(article, language))).size).toBe(4);
});

test('who has seen an older version, or asks for what cannot be, is told', () => {
  const article: Article = { articleId: 'a', status: 'draft', version: 2, publishedVersion: null, reviewBy: null };
  expect(refusedVerb(article, 'save', 1)).toBe('article-changed');
  expect(refusedVerb(article, 'review', 2)).toBe('article-not-allowed-now');
  expect(refusedVerb({ ...article, status: 'archived' }, 'archive', 2)).toBe('article-not-allowed-now');
  expect(refusedVerb({ ...article, status: 'archived' }, 'publish', 2)).toBeNull();
  expect(refusedTexts({}, ['ru'])).toBe('article-empty');
  expect(refusedTexts({ kk: { title: 'А', body: 'Б', asks: [] } }, ['ru'])).toBe('article-language');
});

test('kz-portal 30-15: a published article is due on the day until which it was promised to be true', () => {
  const article = { status: 'published', reviewBy: '2026-11-25' } as const;
  expect([isDue(article, '2026-11-24'), isDue(article, '2026-11-25')]).toEqual([false, true]);
  expect(isDue({ ...article, status: 'archived' }, '2026-12-01')).toBe(false);
});
