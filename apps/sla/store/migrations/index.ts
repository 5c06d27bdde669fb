import type { MigrationList } from '@reglament/platform/postgres';
import { bus } from './0001-bus.ts';
import { clocks } from './0002-clocks.ts';
import { terms } from './0003-terms.ts';
import { regulationNews } from './0004-regulation-news.ts';
import { formerPromises } from './0005-former-promises.ts';

export const schema = 'sla';
export const migrations: MigrationList = [bus, clocks, terms, regulationNews, formerPromises];
