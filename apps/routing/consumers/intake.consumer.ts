import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type {
  EventOf,
  RequestDisclosedV1,
  RequestDisclosureDemandedV1,
  RequestErasedV1,
  RequesterMarkedV1,
  RequestFileKeptV1,
  RequestMessageReceivedV1,
  RequestRecordingKeptV1,
  RequestSubmittedV1,
  RequestWithdrawnV1,
} from '@reglament/contracts';
import { Disclosures } from '../handlers/disclosures.ts';
import { FileKept } from '../handlers/file-kept.ts';
import { QueueRequest } from '../handlers/queue-request.ts';
import { RecordingKept } from '../handlers/recording-kept.ts';
import { RequesterErased } from '../handlers/requester-erased.ts';
import { RequesterWithdrew } from '../handlers/requester-withdrew.ts';
import { RequesterWrote } from '../handlers/requester-wrote.ts';
import { saveMarks } from '../store/own-marks.ts';
import type { InTransaction } from './in-transaction.ts';

/** What intake says of requests. */
@Controller()
export class IntakeConsumer {
  constructor(
    private readonly queue: QueueRequest,
    private readonly wrote: RequesterWrote,
    private readonly withdrew: RequesterWithdrew,
    private readonly erased: RequesterErased,
    private readonly recorded: RecordingKept,
    private readonly files: FileKept,
    private readonly disclosures: Disclosures,
  ) {}

  @EventPattern<string>('request.submitted.v1')
  submitted(@Payload() event: EventOf<typeof RequestSubmittedV1>, @Ctx() { tx }: InTransaction): void {
    this.queue.add(tx, event);
  }

  @EventPattern<string>('request.message-received.v1')
  async messageReceived(
    @Payload() event: EventOf<typeof RequestMessageReceivedV1>,
    @Ctx() { tx }: InTransaction,
  ): Promise<void> {
    await this.queue.flush(tx);
    await this.wrote.handle(tx, event);
  }

  @EventPattern<string>('request.withdrawn.v1')
  async withdrawn(@Payload() event: EventOf<typeof RequestWithdrawnV1>, @Ctx() { tx }: InTransaction): Promise<void> {
    await this.queue.flush(tx);
    await this.withdrew.handle(tx, event);
  }

  @EventPattern<string>('request.recording-kept.v1')
  async recordingKept(
    @Payload() event: EventOf<typeof RequestRecordingKeptV1>,
    @Ctx() { tx }: InTransaction,
  ): Promise<void> {
    await this.queue.flush(tx);
    await this.recorded.handle(tx, event);
  }

  @EventPattern<string>('request.file-kept.v1')
  async fileKept(@Payload() event: EventOf<typeof RequestFileKeptV1>, @Ctx() { tx }: InTransaction): Promise<void> {
    await this.files.handle(tx, event);
  }

  @EventPattern<string>('request.disclosure-demanded.v1')
  async disclosureDemanded(
    @Payload() event: EventOf<typeof RequestDisclosureDemandedV1>,
    @Ctx() { tx }: InTransaction,
  ): Promise<void> {
    await this.queue.flush(tx);
    await this.disclosures.demanded(tx, event);
  }

  @EventPattern<string>('request.disclosed.v1')
  async disclosed(@Payload() event: EventOf<typeof RequestDisclosedV1>, @Ctx() { tx }: InTransaction): Promise<void> {
    await this.queue.flush(tx);
    await this.disclosures.disclosed(tx, event);
  }

  @EventPattern<string>('requester.marked.v1')
  async marked(@Payload() event: EventOf<typeof RequesterMarkedV1>, @Ctx() { tx }: InTransaction): Promise<void> {
    await saveMarks(tx, event.payload.requestId, event.payload);
  }

  @EventPattern<string>('request.erased.v1')
  async requesterErased(
    @Payload() event: EventOf<typeof RequestErasedV1>,
    @Ctx() { tx }: InTransaction,
  ): Promise<void> {
    await this.queue.flush(tx);
    await this.erased.handle(tx, event);
  }
}
