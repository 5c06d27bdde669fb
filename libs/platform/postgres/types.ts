import type { Instant } from '@reglament/domain/time';
import pg from 'pg';

const { builtins } = pg.types;

/** An instant as a parameter for a `timestamptz`. */
export const timestamp = (instant: Instant): string => new Date(instant).toISOString();

/** Reads PostgreSQL's text form of a timestamptz, such as `2026-11-22 09:00:00.123+03`. */
export function instantOf(text: string): Instant {
  const iso = text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
  const millis = Date.parse(iso);
  if (Number.isNaN(millis)) throw new Error(`PostgreSQL sent a moment that is not one: ${text}`);
  return millis as Instant;
}

const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [builtins.INT8]: Number,
  [builtins.NUMERIC]: Number,
  [builtins.TIMESTAMPTZ]: instantOf,
  [builtins.DATE]: (text) => text,
};

/** How raw SQL results are read, see `Tx.sql`. */
export const sqlTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') => parsers[oid] ?? pg.types.getTypeParser(oid, format)) as never,
};
