import type { MigrationList } from '@reglament/platform/postgres';
import { accounts } from './0001-accounts.ts';
import { regulationNews } from './0002-regulation-news.ts';

export const schema = 'gateway';
export const migrations: MigrationList = [accounts, regulationNews];
