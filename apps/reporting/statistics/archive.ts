import { type ClickHouse, runTenantQuery, type TenantQuery } from '@reglament/platform/clickhouse';
import type { z } from 'zod';
import { TENANT_TABLES } from '../store/clickhouse/index.ts';
import type { Period } from './period.ts';

/** The only way statistics reach ClickHouse: one tenant, and every table cut down to it. */
export class Archive {
  readonly #house: ClickHouse;

  constructor(house: ClickHouse) {
    this.#house = house;
  }

  ask<P extends z.ZodType, R extends z.ZodType>(
    tenant: string,
    query: TenantQuery<P, R>,
    params: z.input<P>,
  ): Promise<z.output<R>[]> {
    return runTenantQuery(this.#house, query, tenant, params, TENANT_TABLES);
  }
}

/** A period as the queries take it. */
export const spanOf = (period: Pick<Period, 'from' | 'to' | 'timeZone'>) => ({
  from: new Date(period.from),
  to: new Date(period.to),
  zone: period.timeZone,
});
