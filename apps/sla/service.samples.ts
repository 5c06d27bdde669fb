import { jetstream } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { type Envelope, type EventType, type PayloadOf, subjectOf } from '@reglament/contracts';
import type { Instant } from '@reglament/domain/time';
import { AUDIENCE, claimsOf, ISSUER, type Principal } from '@reglament/platform/auth';
import type { PlatformClock } from '@reglament/platform/clock';
import { ServiceConfig } from '@reglament/platform/config';
import { connectEvents } from '@reglament/platform/events';
import { createService, type RunningService } from '@reglament/platform/http';
import { newId } from '@reglament/platform/ids';
import { headersOf } from '@reglament/platform/jetstream';
import { createLogger } from '@reglament/platform/telemetry';
import { aRequest } from '@reglament/testing/builders';
import { type TestDatabase, testDatabase } from '@reglament/testing/database';
import { eventually } from '@reglament/testing/eventually';
import { testNats } from '@reglament/testing/nats';
import { generateKeyPair, SignJWT } from 'jose';
import type { ClockView } from './http/shapes.ts';
import { slaModule } from './sla-module.ts';
import { migrations } from './store/migrations/index.ts';

const REGULATIONS = new URL('../../regulations', import.meta.url).pathname;

/** What is said about a clock, as it stands in the outbox. */
export interface Said {
  readonly type: string;
  readonly payload: {
    readonly rule: string;
    readonly dueAt: string;
    readonly late?: boolean;
    readonly verdict?: string;
  };
}

/** Instances of the running service on a database and a NATS of their own, events said to them, and questions asked of them. */
export class SlaBench {
  private readonly running: { service: RunningService<ServiceConfig>; url: string }[] = [];

  private constructor(
    private readonly clock: PlatformClock,
    private readonly db: TestDatabase,
    private readonly nats: Awaited<ReturnType<typeof testNats>>,
    private readonly bus: Awaited<ReturnType<typeof connect>>,
    private readonly keys: Awaited<ReturnType<typeof generateKeyPair>>,
  ) {}

  static async open(clock: PlatformClock): Promise<SlaBench> {
    const [db, nats, keys] = await Promise.all([
      testDatabase({ service: 'sla', migrations }),
      testNats(),
      generateKeyPair('Ed25519'),
    ]);
    // The token stands in the URL's user name.
    const { host, username } = new URL(nats.url);
    return new SlaBench(clock, db, nats, await connect({ servers: host, token: username }), keys);
  }

  async start(instance: string): Promise<void> {
    const config = ServiceConfig.parse({
      PORT: '0',
      INSTANCE: instance,
      LOG_LEVEL: 'silent',
      DATABASE_URL: this.db.url,
      SYSTEM_DATABASE_URL: this.db.systemUrl,
      NATS_URL: this.nats.url,
      GATEWAY_URL: 'http://127.0.0.1:1',
      REGULATIONS_DIR: REGULATIONS,
    });
    const service = await createService(
      {
        name: 'sla',
        module: () => slaModule(config),
        prepare: connectEvents,
        keys: () => async () => this.keys.publicKey,
        clock: this.clock,
        logger: createLogger({ name: 'sla', instance, level: 'silent' }),
      },
      config,
    );
    this.running.push({ service, url: await service.listen() });
  }

  /** Stops every instance; the engines stay. */
  async stop(): Promise<void> {
    await Promise.all(this.running.splice(0).map(({ service }) => service.close()));
  }

  async close(): Promise<void> {
    await this.stop();
    await this.bus.close();
    await Promise.all([this.db.close(), this.nats.close()]);
  }

  get url(): string {
    return this.running[0]?.url ?? '';
  }

  /** Says an event as its service's relay would. */
  async publish<T extends EventType>(type: T, at: Instant, payload: PayloadOf<T>, tenant = 'ovk'): Promise<void> {
    const id = newId();
    const { requestId } = payload as { requestId: string };
    const source = type.startsWith('request.') ? 'intake' : 'routing';
    const occurredAt = new Date(at).toISOString();
    const envelope: Envelope = { id, type, source, tenant, subjectId: requestId, occurredAt };
    const options = { headers: headersOf(envelope), msgID: id };
    await eventually(() =>
      jetstream(this.bus).publish(subjectOf(source, tenant, type), JSON.stringify(payload), options),
    );
  }

  /** Files a request at that moment. @returns its id */
  async submit(
    at: Instant,
    { tenant = 'ovk', ...given }: Partial<PayloadOf<'request.submitted.v1'>> & { tenant?: string } = {},
  ): Promise<string> {
    const requestId = newId();
    const submittedAt = new Date(at).toISOString();
    const request = aRequest({ requestId, category: 'interface', edition: '2026-11', submittedAt, ...given });
    await this.publish('request.submitted.v1', at, request, tenant);
    return requestId;
  }

  async ask(path: string, caller: Partial<Principal> = {}, language = 'ru'): Promise<Response> {
    const principal: Principal = {
      tenant: 'ovk',
      subject: 's',
      name: 'M',
      roles: ['moderator'],
      kind: 'staff',
      scopes: [],
    };
    const token = await new SignJWT({ ...claimsOf({ ...principal, ...caller }) })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setSubject('s')
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setExpirationTime('1m')
      .sign(this.keys.privateKey);
    return fetch(`${this.url}${path}`, { headers: { authorization: `Bearer ${token}`, 'accept-language': language } });
  }

  async clocksOf(requestId: string, tenant = 'ovk', language = 'ru'): Promise<ClockView[]> {
    const response = await this.ask(`/requests/${requestId}/clocks`, { tenant }, language);
    expect(response.status).toBe(200);
    return (await response.json()) as ClockView[];
  }

  /** The newest run of a rule's clock, as soon as there is one. */
  clockOf(requestId: string, rule: string, tenant = 'ovk'): Promise<ClockView> {
    return eventually(async () => {
      const found = (await this.clocksOf(requestId, tenant)).findLast((one) => one.rule === rule);
      if (found === undefined) throw new Error(`no clock ${rule} yet`);
      return found;
    });
  }

  said(requestId: string, rule: string): Promise<Said[]> {
    return this.db.admin<Said>(
      "SELECT type, payload FROM sla.outbox WHERE subject_id = $1 AND payload->>'rule' = $2 ORDER BY id",
      [requestId, rule],
    );
  }
}
