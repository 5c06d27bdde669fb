import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DynamicModule } from '@nestjs/common';
import type { AnyEvent, EventType, PayloadOf, Source } from '@reglament/contracts';
import { definitionOf, Envelope } from '@reglament/contracts';
import { formatNumber } from '@reglament/domain/request';
import { AUDIENCE, claimsOf, ISSUER, type Role } from '@reglament/platform/auth';
import { FixedClock } from '@reglament/platform/clock';
import { ServiceConfig } from '@reglament/platform/config';
import { connectEvents } from '@reglament/platform/events';
import { createService, type RunningService } from '@reglament/platform/http';
import { newId } from '@reglament/platform/ids';
import { Database, type Tx } from '@reglament/platform/postgres';
import { RegulationBook, regulationsProvider } from '@reglament/platform/regulations';
import { type TestDatabase, testDatabase } from '@reglament/testing/database';
import { generateKeyPair, SignJWT } from 'jose';
import { GatewayConsumer } from '../consumers/gateway.consumer.ts';
import { IntakeConsumer } from '../consumers/intake.consumer.ts';
import { SlaConsumer } from '../consumers/sla.consumer.ts';
import { EarlyFacts } from '../handlers/early-facts.ts';
import { routingModule } from '../routing.module.ts';
import { migrations } from '../store/migrations/index.ts';
import { LateFacts } from '../sweeps/late-facts.ts';
import { consumers, controllers, handlers } from '../wiring.ts';

const regulationsDir = join(import.meta.dirname, '../../../regulations');

/** A problem document or a work view, as a test reads it. */
// biome-ignore lint/suspicious/noExplicitAny: a test looks into answers whose shape it is about to check
export type Body = any;
export interface Answer {
  readonly status: number;
  readonly body: Body;
}

export interface Person {
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown): Promise<Answer>;
}

const withoutBus = (database: Database): DynamicModule => ({
  module: class BenchModule {},
  controllers: [...controllers],
  providers: [
    { provide: Database, useValue: database },
    regulationsProvider(regulationsDir),
    ...handlers,
    ...consumers,
  ],
});

/** The service over HTTP on a database of its own, and its consumers called in transactions as the transport would. */
export class Bench {
  private sequence = 0;

  private constructor(
    readonly db: TestDatabase,
    readonly clock: FixedClock,
    private readonly service: RunningService<ServiceConfig>,
    readonly url: string,
    private readonly sign: (token: SignJWT) => Promise<string>,
  ) {}

  /** `natsUrl`: the whole service as it is deployed, with its relay and consumers; without it there is no bus. */
  static async start(at = '2026-11-20T10:00:00+03:00', natsUrl?: string): Promise<Bench> {
    const db = await testDatabase({ service: 'routing', migrations });
    const clock = new FixedClock(at);
    const pair = await generateKeyPair('Ed25519');
    const config = ServiceConfig.parse({
      PORT: '0',
      LOG_LEVEL: 'silent',
      DATABASE_URL: db.url,
      SYSTEM_DATABASE_URL: db.systemUrl,
      NATS_URL: natsUrl ?? 'nats://127.0.0.1:1',
      GATEWAY_URL: 'http://127.0.0.1:1',
      REGULATIONS_DIR: regulationsDir,
    });
    const service = await createService(
      {
        name: 'routing',
        module: () => (natsUrl === undefined ? withoutBus(db.database) : routingModule(config)),
        ...(natsUrl === undefined ? {} : { prepare: connectEvents }),
        keys: () => async () => pair.publicKey,
        clock,
      },
      config,
    );
    const url = await service.listen();
    return new Bench(db, clock, service, url, (token) => token.sign(pair.privateKey));
  }

  /** A second instance of the whole service beside this one, on the same database and bus. */
  async another(): Promise<RunningService<ServiceConfig>> {
    const { config } = this.service;
    const definition = {
      name: 'routing',
      module: () => routingModule(config),
      prepare: connectEvents,
      clock: this.clock,
    };
    const second = await createService(definition, { ...config, INSTANCE: '2' });
    await second.listen();
    return second;
  }

  async stop(): Promise<void> {
    await this.service.close();
    await this.db.close();
  }

  get book(): RegulationBook {
    return this.service.app.get(RegulationBook);
  }

  /** The credential that the gateway would issue. */
  token(tenant: string, roles: Role[], subject: string, name = subject): Promise<string> {
    return this.sign(
      new SignJWT({ ...claimsOf({ tenant, subject, name, roles, kind: 'staff', scopes: [] }) })
        .setProtectedHeader({ alg: 'EdDSA' })
        .setSubject(subject)
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setExpirationTime('10m'),
    );
  }

  /** A member of staff at the screen. */
  async person(tenant: string, roles: Role[], subject: string, name = subject, language = 'ru'): Promise<Person> {
    const token = await this.token(tenant, roles, subject, name);
    const call = async (method: string, path: string, body?: unknown): Promise<Answer> => {
      const response = await fetch(`${this.url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          'accept-language': language,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? null : JSON.parse(text) };
    };
    return { get: (path) => call('GET', path), post: (path, body = {}) => call('POST', path, body) };
  }

  /** An event as a neighbour would send it, checked against its contract. */
  event<T extends EventType>(type: T, tenant: string, payload: PayloadOf<T>, occurredAt = this.now): AnyEvent {
    const definition = definitionOf(type);
    if (definition === undefined) throw new Error(`${type} is not in the contracts`);
    const parsed = definition.payload.parse(payload) as { requestId?: string; staffId?: string };
    const source: Source = definition.source;
    const subjectId = parsed.requestId ?? parsed.staffId ?? '';
    const envelope = Envelope.parse({ id: newId(), type, source, tenant, subjectId, occurredAt });
    return { ...envelope, payload: parsed } as AnyEvent;
  }

  get now(): string {
    return new Date(this.clock.now()).toISOString();
  }

  /** One transaction with all these events, in order, as the transport groups them. The inbox is the transport's and not here. */
  async deliver(...events: readonly AnyEvent[]): Promise<void> {
    const [first] = events;
    if (first === undefined) return;
    await this.db.database.tenant(first.tenant, async (tx) => {
      for (const event of events) await this.handle(tx, event);
    });
  }

  private async handle(tx: Tx, event: AnyEvent): Promise<void> {
    const { app } = this.service;
    const context = { tx } as never;
    const [intake, sla] = [app.get(IntakeConsumer), app.get(SlaConsumer)];
    switch (event.type) {
      case 'request.submitted.v1':
        return intake.submitted(event, context);
      case 'request.message-received.v1':
        return intake.messageReceived(event, context);
      case 'request.withdrawn.v1':
        return intake.withdrawn(event, context);
      case 'request.recording-kept.v1':
        return intake.recordingKept(event, context);
      case 'request.file-kept.v1':
        return intake.fileKept(event, context);
      case 'request.disclosure-demanded.v1':
        return intake.disclosureDemanded(event, context);
      case 'request.disclosed.v1':
        return intake.disclosed(event, context);
      case 'request.erased.v1':
        return intake.requesterErased(event, context);
      case 'staff.changed.v1':
        return app.get(GatewayConsumer).staffChanged(event, context);
      case 'clock.scheduled.v1':
        return sla.scheduled(event, context);
      case 'clock.warned.v1':
        return sla.warned(event, context);
      case 'clock.expired.v1':
        return sla.expired(event, context);
      case 'clock.stopped.v1':
        return sla.stopped(event, context);
      default:
        throw new Error(`routing does not consume ${event.type}`);
    }
  }

  submitted(
    tenant: string,
    more: Partial<PayloadOf<'request.submitted.v1'>> = {},
  ): Extract<AnyEvent, { type: 'request.submitted.v1' }> {
    const [category] = this.book.get(tenant)?.categories.keys() ?? [];
    this.sequence += 1;
    return this.event('request.submitted.v1', tenant, {
      requestId: newId(),
      number: formatNumber(2026, this.sequence),
      channel: 'web',
      entryPoint: 'main-site',
      category: category ?? 'other',
      clientCategory: null,
      product: null,
      language: 'ru',
      urgent: false,
      edition: '2026-11',
      submittedAt: this.now,
      summary: 'Не печатается счёт',
      question: 'Не печатается счёт',
      reachableBy: ['phone', 'email'],
      registeredBy: null,
      ...more,
    }) as Extract<AnyEvent, { type: 'request.submitted.v1' }>;
  }

  /** Puts one request into the queue. @returns its id */
  async file(tenant: string, more: Partial<PayloadOf<'request.submitted.v1'>> = {}): Promise<string> {
    const event = this.submitted(tenant, more);
    await this.deliver(event);
    return event.payload.requestId;
  }

  async hire(tenant: string, staffId: string, more: Partial<PayloadOf<'staff.changed.v1'>> = {}): Promise<void> {
    const payload = {
      staffId,
      name: staffId,
      roles: ['agent' as const],
      skills: [],
      languages: ['ru' as const],
      active: true,
    };
    await this.deliver(this.event('staff.changed.v1', tenant, { ...payload, ...more }));
  }

  /** The background role that looks for facts left behind, not running by itself here. */
  sweep(): LateFacts {
    return new LateFacts(this.db.database, this.service.app.get(EarlyFacts), null as never);
  }

  /** Types and payloads of what routing has said of a request, in order. */
  said(requestId: string): Promise<{ type: string; payload: Body }[]> {
    return this.db.admin('SELECT type, payload FROM routing.outbox WHERE subject_id = $1 ORDER BY id', [requestId]);
  }

  /** Names of the tenants whose regulation is shipped. */
  static tenants(): string[] {
    return readdirSync(regulationsDir)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => name.slice(0, -5));
  }
}
