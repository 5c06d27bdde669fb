import { GatewayConsumer } from './consumers/gateway.consumer.ts';
import { IntakeConsumer } from './consumers/intake.consumer.ts';
import { SlaConsumer } from './consumers/sla.consumer.ts';
import { CancelByClock } from './handlers/cancel-by-clock.ts';
import { ClockExpired } from './handlers/clock-expired.ts';
import { Desk } from './handlers/desk.ts';
import { Disclosures } from './handlers/disclosures.ts';
import { EarlyFacts } from './handlers/early-facts.ts';
import { FileKept } from './handlers/file-kept.ts';
import { GuestDesk } from './handlers/guest-desk.ts';
import { Incidents } from './handlers/incidents.ts';
import { NoteClocks } from './handlers/note-clocks.ts';
import { ProposeAgent } from './handlers/propose.ts';
import { QueueLengths } from './handlers/queue-lengths.ts';
import { QueueRequest } from './handlers/queue-request.ts';
import { RecordingKept } from './handlers/recording-kept.ts';
import { RequesterErased } from './handlers/requester-erased.ts';
import { RequesterWithdrew } from './handlers/requester-withdrew.ts';
import { RequesterWrote } from './handlers/requester-wrote.ts';
import { ResumeByClock } from './handlers/resume-by-clock.ts';
import { AssignmentController } from './http/assignment.controller.ts';
import { GuestsController } from './http/guests.controller.ts';
import { IncidentsController } from './http/incidents.controller.ts';
import { ListsController } from './http/lists.controller.ts';
import { ProceduresController } from './http/procedures.controller.ts';
import { ServiceDocumentsController } from './http/service-documents.controller.ts';
import { VerbsController } from './http/verbs.controller.ts';

// What routing is made of; the module adds what it runs on.

export const controllers = [
  IncidentsController,
  ListsController,
  AssignmentController,
  VerbsController,
  ProceduresController,
  ServiceDocumentsController,
  GuestsController,
];
export const consumers = [IntakeConsumer, GatewayConsumer, SlaConsumer];
export const handlers = [
  Desk,
  GuestDesk,
  ProposeAgent,
  QueueRequest,
  RequesterWrote,
  RecordingKept,
  FileKept,
  Disclosures,
  RequesterErased,
  RequesterWithdrew,
  CancelByClock,
  ResumeByClock,
  EarlyFacts,
  ClockExpired,
  Incidents,
  NoteClocks,
  QueueLengths,
];
