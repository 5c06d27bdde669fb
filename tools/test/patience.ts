import { jest } from '@jest/globals';

/** Tests of the whole platform wait for a build, ten processes and a browser, on a machine that may be busy. */
jest.setTimeout(180_000);
