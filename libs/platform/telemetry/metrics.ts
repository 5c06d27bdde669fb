import {
  Counter,
  type CounterConfiguration,
  collectDefaultMetrics,
  Gauge,
  type GaugeConfiguration,
  Histogram,
  type HistogramConfiguration,
  Registry,
} from 'prom-client';

/** The process's Prometheus registry. Asking twice for a name gives the same instrument, so any module may ask. */
export class Metrics {
  readonly registry = new Registry();

  /** `labels` (service, instance) go on every series. */
  constructor(labels: Readonly<Record<string, string>> = {}) {
    this.registry.setDefaultLabels({ ...labels });
  }

  /** Adds memory, event loop and garbage collection of the process itself. */
  watchProcess(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  counter<L extends string = string>(options: CounterConfiguration<L>): Counter<L> {
    const known = this.registry.getSingleMetric(options.name);
    return known instanceof Counter ? known : new Counter({ ...options, registers: [this.registry] });
  }

  gauge<L extends string = string>(options: GaugeConfiguration<L>): Gauge<L> {
    const known = this.registry.getSingleMetric(options.name);
    return known instanceof Gauge ? known : new Gauge({ ...options, registers: [this.registry] });
  }

  histogram<L extends string = string>(options: HistogramConfiguration<L>): Histogram<L> {
    const known = this.registry.getSingleMetric(options.name);
    return known instanceof Histogram ? known : new Histogram({ ...options, registers: [this.registry] });
  }
}
