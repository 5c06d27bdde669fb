import type { Regulation } from '../regulation/types.ts';
import { allow, type Decision, refuse } from './outcome.ts';

/** What a request is: its category, its client's category, and whether it is served first. */
export interface Classification {
  readonly category: string;
  readonly clientCategory: string | null;
  readonly urgent: boolean;
}

/**
 * Another classification of a request in work (edoc 3): what is left out stays, and a new category brings its own urgency unless
 * one is named. Clocks are decided anew by `foldRequest`.
 */
export function decideReclassified(
  regulation: Pick<Regulation, 'categories' | 'clientCategories'>,
  current: Classification,
  asked: { readonly [K in keyof Classification]?: Classification[K] | undefined },
): Decision<Classification> {
  const category = regulation.categories.get(asked.category ?? current.category);
  if (category === undefined)
    return refuse('unknown-category', {
      ru: 'Такой темы в регламенте нет.',
      uk: 'Такої теми в регламенті немає.',
      kk: 'Регламентте мұндай тақырып жоқ.',
      en: 'The regulation has no such subject.',
    });
  const clientCategory = asked.clientCategory === undefined ? current.clientCategory : asked.clientCategory;
  if (clientCategory !== null && !regulation.clientCategories.some(({ id }) => id === clientCategory))
    return refuse('unknown-client-category', {
      ru: 'Такой категории клиентов в регламенте нет.',
      uk: 'Такої категорії клієнтів у регламенті немає.',
      kk: 'Регламентте клиенттердің мұндай санаты жоқ.',
      en: 'The regulation has no such category of clients.',
    });
  const own = category.id === current.category ? current.urgent : category.urgent;
  const after = { category: category.id, clientCategory, urgent: asked.urgent ?? own };
  const same =
    after.category === current.category &&
    after.clientCategory === current.clientCategory &&
    after.urgent === current.urgent;
  if (!same) return allow(after);
  return refuse('nothing-changes', {
    ru: 'Обращение уже классифицировано именно так.',
    uk: 'Звернення вже класифіковано саме так.',
    kk: 'Өтініш дәл осылай жіктелген.',
    en: 'The request is classified that way already.',
  });
}
