import type { MigrationList } from '@reglament/platform/postgres';
import { work } from './0001-work.ts';

export const schema = 'routing';
export const migrations: MigrationList = [work];
