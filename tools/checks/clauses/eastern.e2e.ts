// The clauses of the hotlines in Kazakhstan and Ukraine, through the API of the running services.
import './edoc.clauses.ts';
import './kz-portal.clauses.ts';
import './kuty.clauses.ts';
import './recordings.clauses.ts';
import './disclosure.clauses.ts';
import './conduct.clauses.ts';
import './incidents.clauses.ts';
import './complaints.clauses.ts';

import './blocking.clauses.ts';
import './callers.clauses.ts';

import './chat.clauses.ts';
import './help.clauses.ts';

import './procedures-eastern.clauses.ts';
import './requester.clauses.ts';
// The last: it publishes editions.
import './editions.clauses.ts';
import './files.clauses.ts';
import { close, open } from './eastern.ts';

beforeAll(open, 400_000);
afterAll(close, 60_000);
