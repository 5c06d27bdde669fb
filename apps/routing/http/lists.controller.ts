import { Controller, Get } from '@nestjs/common';
import { closedStatuses, type Status, statuses } from '@reglament/domain/request';
import type { Principal } from '@reglament/platform/auth';
import { Accepts, Caller, Endpoint, endpoint, Input, type InputOf, type Language } from '@reglament/platform/http';
import type { Outcome } from '@reglament/platform/outcome';
import { Database } from '@reglament/platform/postgres';
import { z } from 'zod';
import { Desk } from '../handlers/desk.ts';
import { QueueLengths } from '../handlers/queue-lengths.ts';
import { type WorkItem as Item, itemOf, type WorkView as View } from '../handlers/view.ts';
import { type AgentRow, readAgents } from '../store/agents.ts';
import { readList, readQueue } from '../store/lists.ts';
import { readClocks } from '../store/parts.ts';
import { Cursor, cursorOf } from './cursor.ts';
import { AgentItem, ListPage, QueuePage, RequestParams, ShortId, WorkView } from './schemas.ts';

const Limit = z.coerce.number().int().min(1).max(200).default(50);

const queueEndpoint = endpoint({
  summary: 'The moderator’s queue in the order of the regulation',
  allow: ['moderator'],
  query: z.object({ after: Cursor.optional(), limit: Limit }),
  ok: QueuePage,
});
const listEndpoint = endpoint({
  summary: 'Requests being worked on, or closed ones; an agent sees their own',
  allow: ['moderator', 'agent', 'manager'],
  query: z.object({
    agent: ShortId.optional(),
    status: z.enum([...statuses.filter((status) => status !== 'queued'), 'open', 'closed']).default('open'),
    after: Cursor.optional(),
    limit: Limit,
  }),
  ok: ListPage,
});
const workEndpoint = endpoint({
  summary: 'One request as staff work on it, with its trail',
  allow: ['moderator', 'agent', 'manager'],
  params: RequestParams,
  ok: WorkView,
  refusals: { 'not-found': 404 },
});
const agentsEndpoint = endpoint({
  summary: 'Who may be given a request, and how many they have',
  allow: ['moderator', 'agent', 'manager'],
  ok: z.array(AgentItem),
});

/** What staff look at. */
@Controller()
export class ListsController {
  constructor(
    private readonly db: Database,
    private readonly desk: Desk,
    private readonly lengths: QueueLengths,
  ) {}

  @Get('queue')
  @Endpoint(queueEndpoint)
  queue(
    @Input() { query }: InputOf<typeof queueEndpoint>,
    @Caller() caller: Principal,
  ): Promise<{ items: Item[]; total: number; next: string | null }> {
    return this.db.tenant(caller.tenant, async (tx) => {
      const rows = await readQueue(tx, query.after ?? null, query.limit);
      const whole = query.after === undefined && rows.length < query.limit;
      const total = whole ? rows.length : await this.lengths.of(tx, caller.tenant);
      const clocks = await readClocks(
        tx,
        rows.map((row) => row.requestId),
      );
      const last = rows.length === query.limit ? rows.at(-1) : undefined;
      return {
        items: rows.map((row) => itemOf(row, clocks.get(row.requestId) ?? [])),
        total,
        next: last === undefined ? null : cursorOf({ rank: last.rank, at: last.arrivedAt, requestId: last.requestId }),
      };
    });
  }

  @Get('requests')
  @Endpoint(listEndpoint)
  list(
    @Input() { query }: InputOf<typeof listEndpoint>,
    @Caller() caller: Principal,
  ): Promise<{ items: Item[]; next: string | null }> {
    const seesAll = caller.roles.some((role) => role === 'moderator' || role === 'manager');
    const agentId = !seesAll || query.agent === 'me' ? caller.subject : (query.agent ?? null);
    const { status } = query;
    const group = status === 'open' || status === 'closed';
    const kind = status === 'closed' || closedStatuses.includes(status as Status) ? 'closed' : 'open';
    return this.db.tenant(caller.tenant, async (tx) => {
      const rows = await readList(tx, {
        kind,
        statuses: group ? null : [status],
        agentId,
        after: query.after ?? null,
        limit: query.limit,
      });
      const clocks = await readClocks(
        tx,
        rows.map((row) => row.requestId),
      );
      const last = rows.length === query.limit ? rows.at(-1) : undefined;
      const at = last && (kind === 'open' ? last.arrivedAt : last.closedAt);
      return {
        items: rows.map((row) => itemOf(row, clocks.get(row.requestId) ?? [])),
        next:
          last === undefined || at === undefined || at === null
            ? null
            : cursorOf({ rank: 0, at, requestId: last.requestId }),
      };
    });
  }

  @Get('requests/:requestId')
  @Endpoint(workEndpoint)
  work(
    @Input() { params }: InputOf<typeof workEndpoint>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<View>> {
    return this.desk.look({ caller, language, ...params });
  }

  @Get('agents')
  @Endpoint(agentsEndpoint)
  agents(@Caller() caller: Principal): Promise<AgentRow[]> {
    return this.db.tenant(caller.tenant, readAgents);
  }
}
