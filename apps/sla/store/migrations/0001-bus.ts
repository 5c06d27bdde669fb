import { inboxTables, type Migration, outboxTables } from '@reglament/platform/postgres';

export const bus: Migration = { name: '0001-bus', up: `${outboxTables('sla')} ${inboxTables('sla')}` };
