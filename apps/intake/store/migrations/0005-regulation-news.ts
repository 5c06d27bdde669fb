import type { Migration } from '@reglament/platform/postgres';
import { regulationNewsTable } from '@reglament/platform/regulations';

/** Editions published and days changed while the platform runs. */
export const regulationNews: Migration = { name: '0005-regulation-news', up: regulationNewsTable('intake') };
