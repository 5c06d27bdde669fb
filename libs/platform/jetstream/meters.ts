import type { Metrics } from '../telemetry/index.ts';

export type Meters = ReturnType<typeof metersOf>;

export const metersOf = (metrics: Metrics) => ({
  handled: metrics.counter({ name: 'events_handled_total', help: 'Events taken into effect, redeliveries included' }),
  unknown: metrics.counter({
    name: 'events_unknown_total',
    help: 'Events of a type that this build does not know, acknowledged',
    labelNames: ['type'],
  }),
  failed: metrics.counter({
    name: 'events_failed_total',
    help: 'Tries of a handler that failed',
    labelNames: ['type'],
  }),
  dead: metrics.counter({ name: 'events_dead_total', help: 'Events that became dead letters', labelNames: ['reason'] }),
  deadLetters: metrics.gauge({ name: 'dead_letters', help: 'Dead letters that wait for a replay' }),
  inFlight: metrics.gauge({ name: 'events_in_flight', help: 'Events held by this instance, not yet acknowledged' }),
  groupSeconds: metrics.histogram({
    name: 'event_group_duration_seconds',
    help: 'Time of one transaction for a group of events',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
  }),
});
