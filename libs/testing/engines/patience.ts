import { jest } from '@jest/globals';

// Real engines on a busy machine: a bound for what hangs, not a measure of speed.
jest.setTimeout(60_000);
