export { connectEvents, EventsModule, type EventsOptions } from './events-module.ts';
export { Sweep, SweepRunner } from './sweeps.ts';
