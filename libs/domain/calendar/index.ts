export { DAY, dateOf } from './dates.ts';
export { FIRST_YEAR, LAST_YEAR, prepare } from './prepare.ts';
export { exceptionsFrom, type ParsedProductionCalendar, parseProductionCalendar } from './production.ts';
export * from './types.ts';
export { type Zone, zoneOf } from './zone.ts';
