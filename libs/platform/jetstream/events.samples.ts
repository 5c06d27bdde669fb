import type { Instant } from '@reglament/domain/time';
import { aRequest } from '@reglament/testing/builders';
import { type TestDatabase, testDatabase } from '@reglament/testing/database';
import type { OwnEngine } from '@reglament/testing/engines';
import { testNats } from '@reglament/testing/nats';
import { newId } from '../ids/index.ts';
import { Database, forgettingTables, inboxTables, outboxTables, systemGrant, tenantPolicy } from '../postgres/index.ts';
import { Relay } from '../relay/index.ts';
import { Bus, EventContext, JetStreamTransport, type TransportOptions } from './index.ts';

export const at = Date.parse('2026-11-02T06:00:00Z') as Instant;

/** Two services in one database: intake says, routing hears and writes down what it heard. */
export async function testHouse() {
  const nats = await testNats();
  const intake = await testDatabase({
    service: 'intake',
    migrations: [
      { name: '0001-bus', up: `${outboxTables('intake')} ${inboxTables('intake')} ${forgettingTables('intake')}` },
    ],
    more: [
      {
        service: 'routing',
        migrations: [
          {
            name: '0001-bus',
            up: `${outboxTables('routing')} ${inboxTables('routing')}
              CREATE TABLE routing.heard (place bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, tenant text NOT NULL, event_id uuid NOT NULL, note text NOT NULL);
              ${tenantPolicy('routing', 'heard')} ${systemGrant('routing', 'heard', 'SELECT')}`,
          },
        ],
      },
    ],
  });
  return new House(nats, intake);
}

/** What runs in a test, closed together at its end. */
export class House {
  private readonly parts: { close(): Promise<void> }[] = [];

  constructor(
    readonly nats: OwnEngine,
    readonly db: TestDatabase,
  ) {}

  bus(name: string): Bus {
    const bus = new Bus({ url: this.nats.url, name });
    this.parts.unshift({ close: () => bus.close() });
    return bus;
  }

  /** An instance of intake's relay. */
  relay(bus = this.bus('intake')): Relay {
    const relay = new Relay({ database: this.db.database, bus, source: 'intake', lockUrl: this.db.systemUrl });
    relay.start();
    this.parts.unshift({ close: () => relay.stop() });
    return relay;
  }

  routingDatabase(): Database {
    const role = (url: string) => url.replace('reglament_intake', 'reglament_routing');
    const database = new Database({ service: 'routing', url: role(this.db.url), systemUrl: role(this.db.systemUrl) });
    this.parts.unshift({ close: () => database.close() });
    return database;
  }

  /** An instance of routing that handles request.submitted.v1 with `handler`. */
  routing(
    handler: (event: Heard, context: EventContext) => Promise<void> = hear,
    more: Partial<TransportOptions> = {},
  ) {
    const database = this.routingDatabase();
    const transport = new JetStreamTransport({ service: 'routing', bus: this.bus('routing'), database, ...more });
    transport.addHandler('request.submitted.v1', handler as never, true);
    transport.listen(() => undefined);
    this.parts.unshift({ close: async () => transport.close() });
    return transport;
  }

  /** Intake accepts requests of a tenant; their notes come back in `heard`. @returns the events' ids */
  async submit(tenant: string, notes: readonly string[]): Promise<string[]> {
    return this.db.database.tenant(tenant, async (tx) =>
      notes.map((note) => {
        const payload = aRequest({ summary: note });
        return tx.append('request.submitted.v1', { subjectId: payload.requestId, payload, occurredAt: at });
      }),
    );
  }

  async heard(): Promise<string[]> {
    const rows = await this.db.admin<{ note: string }>('SELECT note FROM routing.heard ORDER BY place');
    return rows.map((row) => row.note);
  }

  /** Stops services, but not the engines, and forgets what happened in PostgreSQL. */
  async quiet(): Promise<void> {
    for (const part of this.parts.splice(0)) await part.close();
    await this.db.admin(
      'TRUNCATE intake.outbox, routing.heard, routing.inbox, routing.dead_letters, routing.consumed_types, routing.outbox',
    );
    await this.nats.stop();
    this.nats.wipe();
    await this.nats.start();
  }

  async close(): Promise<void> {
    for (const part of this.parts.splice(0)) await part.close();
    await this.db.close();
    await this.nats.close();
  }
}

export interface Heard {
  readonly id: string;
  readonly tenant: string;
  readonly payload: { readonly summary: string; readonly requestId: string };
}

/** Writes the note down, in the event's transaction. */
export async function hear(event: Heard, { tx }: EventContext): Promise<void> {
  await tx.sql('INSERT INTO routing.heard (tenant, event_id, note) VALUES ($1, $2, $3)', [
    event.tenant,
    event.id,
    event.payload.summary,
  ]);
}

export const numbered = (count: number, prefix = ''): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);
export const someId = newId;
