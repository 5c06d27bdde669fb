import { type ClickHouse, runTenantQuery, type TenantQuery } from '@reglament/platform/clickhouse';
import type { z } from 'zod';
import { TENANT_TABLES } from '../store/clickhouse/index.ts';
import type { Period } from './period.ts';

/** The only way statistics reach ClickHouse: one tenant, and every table cut down to it. */
export class Archive {
  readonly #house: ClickHouse;
  /** Questions under way, by query: the two halves of a page, and everybody who opens it at once, wait for one answer. */
  readonly #underWay = new WeakMap<object, Map<string, Promise<unknown[]>>>();

  constructor(house: ClickHouse) {
    this.#house = house;
  }

  ask<P extends z.ZodType, R extends z.ZodType>(
    tenant: string,
    query: TenantQuery<P, R>,
    params: z.input<P>,
  ): Promise<readonly z.output<R>[]> {
    const underWay = this.#underWay.get(query) ?? new Map<string, Promise<unknown[]>>();
    this.#underWay.set(query, underWay);
    const key = JSON.stringify([tenant, params]);
    const known = underWay.get(key) as Promise<z.output<R>[]> | undefined;
    if (known !== undefined) return known;
    const answer = runTenantQuery(this.#house, query, tenant, params, TENANT_TABLES);
    underWay.set(key, answer);
    const forget = () => underWay.delete(key);
    answer.then(forget, forget);
    return answer;
  }
}

/** A period as the queries take it. */
export const spanOf = (period: Pick<Period, 'from' | 'to' | 'timeZone'>) => ({
  from: new Date(period.from),
  to: new Date(period.to),
  zone: period.timeZone,
});
