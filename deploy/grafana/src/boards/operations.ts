import type { Board } from '../board.ts';
import { gauge, trend } from '../look.ts';

/** For those who run the platform: services, relays, streams, dead letters, lag, engines. */
export const operations: Board = {
  name: 'operations',
  title: 'Operations',
  description:
    'For those who run the platform: services, relays, streams, dead letters, the archive’s lag, punctuality of the clocks.',
  range: { from: 'now-1h', to: 'now' },
  refresh: '10s',
  shows: 'platform',
  rows: [
    {
      title: 'Is all well',
      panels: [
        gauge(
          {
            title: 'Processes that answer',
            description: 'Processes of the services that Prometheus reaches now.',
            width: 4,
          },
          'sum(up{job="reglament"})',
        ),
        gauge(
          {
            title: 'Processes away',
            description: 'Processes of the services that Prometheus does not reach now.',
            width: 4,
          },
          'count(up{job="reglament"} == 0) or vector(0)',
          1,
        ),
        gauge(
          {
            title: 'Dead letters',
            description: 'Events that no try could take in and that wait for a replay; none is right.',
            width: 4,
          },
          'sum(max by (service) (dead_letters))',
          1,
        ),
        gauge(
          {
            title: 'Oldest unpublished event',
            description: 'Age of the oldest event that is committed and not yet on the bus.',
            width: 4,
            unit: 's',
          },
          'max(relay_oldest_waiting_seconds)',
          30,
        ),
        gauge(
          {
            title: 'Held by the archive',
            description: 'Events taken from the streams and not yet stored in ClickHouse.',
            width: 4,
          },
          'sum(reporting_archive_held)',
          20_000,
        ),
        gauge(
          {
            title: 'Clocks announced late',
            description:
              'The 99th percentile of how late a warning or an expiry was said within the last five minutes.',
            width: 4,
            unit: 's',
          },
          'histogram_quantile(0.99, sum by (le) (rate(reglament_clock_announcement_lag_seconds_bucket[5m])))',
          1,
        ),
      ],
    },
    {
      title: 'The way of an event',
      panels: [
        trend(
          {
            title: 'Waiting in the outboxes',
            description: 'Events committed and not yet published, by service; it falls back to zero by itself.',
            width: 8,
          },
          'max by (service) (relay_waiting)',
          '{{service}}',
        ),
        trend(
          { title: 'Published', description: 'Events published from the outbox each second, by service.', width: 8 },
          'sum by (service) (rate(relay_published_total[1m]))',
          '{{service}}',
        ),
        trend(
          {
            title: 'Taken into effect',
            description: 'Events taken into effect each second, redeliveries included, by service.',
            width: 8,
          },
          'sum by (service) (rate(events_handled_total[1m]))',
          '{{service}}',
        ),
        trend(
          {
            title: 'Failed tries',
            description:
              'Tries of a handler that failed each second; an event is tried again, and after the last try becomes a dead letter.',
            width: 8,
          },
          'sum by (service, type) (rate(events_failed_total[5m]))',
          '{{service}} {{type}}',
        ),
        trend(
          {
            title: 'Unknown events',
            description: 'Events of a type that a build does not know: another build speaks newer contracts.',
            width: 8,
          },
          'sum by (service, type) (rate(events_unknown_total[5m]))',
          '{{service}} {{type}}',
        ),
        trend(
          {
            title: 'Relays that lead',
            description: 'One instance of each service publishes at a time: one is right, none means that events wait.',
            width: 8,
          },
          'sum by (service) (relay_leads)',
          '{{service}}',
        ),
      ],
    },
    {
      title: 'The archive',
      panels: [
        trend(
          { title: 'Archived', description: 'Events stored in ClickHouse each second.', width: 8 },
          'sum(rate(reporting_events_archived_total[1m]))',
          'events',
        ),
        trend(
          {
            title: 'Time of an insert',
            description: 'The 99th percentile of the time of one insert into ClickHouse.',
            width: 8,
            unit: 's',
          },
          'histogram_quantile(0.99, sum by (le) (rate(reporting_archive_insert_seconds_bucket[5m])))',
          '99 %',
        ),
        trend(
          {
            title: 'Inserts that failed',
            description: 'Inserts that ClickHouse did not take; their events stay in the stream and come again.',
            width: 8,
          },
          'sum(increase(reporting_archive_failures_total[5m]))',
          'failures',
        ),
      ],
    },
    {
      title: 'The doors',
      panels: [
        trend(
          { title: 'Requests over HTTP', description: 'Answered each second, by service.', width: 8 },
          'sum by (service) (rate(http_request_duration_seconds_count[1m]))',
          '{{service}}',
        ),
        trend(
          {
            title: 'Slow answers',
            description: 'The 99th percentile of the time until the last byte, by service.',
            width: 8,
            unit: 's',
          },
          'histogram_quantile(0.99, sum by (service, le) (rate(http_request_duration_seconds_bucket[5m])))',
          '{{service}}',
        ),
        trend(
          {
            title: 'Answers that are our fault',
            description: 'Answers 5xx each second, by service and route; 503 says that an engine is away.',
            width: 8,
          },
          'sum by (service, route, status) (rate(http_request_duration_seconds_count{status=~"5.."}[5m]))',
          '{{service}} {{route}} {{status}}',
        ),
        trend(
          { title: 'Memory', description: 'Resident memory of each process.', width: 12, unit: 'bytes' },
          'process_resident_memory_bytes{job="reglament"}',
          '{{service}} {{instance}}',
        ),
        trend(
          {
            title: 'Event loop',
            description: 'The 99th percentile of the delay of each process’s event loop: a busy process answers late.',
            width: 12,
            unit: 's',
          },
          'nodejs_eventloop_lag_p99_seconds{job="reglament"}',
          '{{service}} {{instance}}',
        ),
      ],
    },
  ],
};
