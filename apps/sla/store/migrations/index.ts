import type { MigrationList } from '@reglament/platform/postgres';
import { bus } from './0001-bus.ts';
import { clocks } from './0002-clocks.ts';

export const schema = 'sla';
export const migrations: MigrationList = [bus, clocks];
