import type { MigrationList } from '@reglament/platform/postgres';
import { bus } from './0001-bus.ts';
import { clocks } from './0002-clocks.ts';
import { terms } from './0003-terms.ts';

export const schema = 'sla';
export const migrations: MigrationList = [bus, clocks, terms];
