import { type OwnEngine, ownEngine } from '../engines/own.ts';

/** A NATS server of the test file's own: stream names are the same everywhere, so files must not share one. */
export const testNats = (): Promise<OwnEngine> => ownEngine('nats');
