// The clauses of the two Russian hotlines, through the API of the running services.
import './russian-filing.clauses.ts';
import './russian-work.clauses.ts';
import './procedures-russian.clauses.ts';
import './service-documents.clauses.ts';
import { close, open } from './russian.ts';

beforeAll(open, 400_000);
afterAll(close, 60_000);
