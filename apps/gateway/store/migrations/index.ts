import type { MigrationList } from '@reglament/platform/postgres';
import { accounts } from './0001-accounts.ts';

export const schema = 'gateway';
export const migrations: MigrationList = [accounts];
