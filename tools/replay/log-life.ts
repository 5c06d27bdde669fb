/** What the activities of a help desk's log are in the life cycle of this platform. */
import type { LogEvent } from './log-file.ts';
import type { Deed, Step } from './plan.ts';

/** What a hotline allows that a log may ask for. */
export interface Allowances {
  /** A reason that staff may cancel with. */
  readonly cancelReason: string | null;
  /** A vendor with a contract. */
  readonly vendor: string | null;
  /** Whether the requester answers questions, or keeps silent until it is resolved. */
  readonly answers: boolean;
}

export interface Texts {
  readonly reply: string;
  readonly ask: string;
  readonly answer: string;
}

type Status = 'queued' | 'assigned' | 'waiting' | 'handed-over' | 'closed';

/** Follows one case through the log and says what is to be done, in an order that the life cycle allows. */
class Life {
  readonly steps: Step[] = [];
  private status: Status = 'queued';
  private agent: number | null = null;
  private readonly begun: number;
  private readonly allowances: Allowances;
  private readonly texts: Texts;

  constructor(begun: number, allowances: Allowances, texts: Texts) {
    this.begun = begun;
    this.allowances = allowances;
    this.texts = texts;
  }

  follow(event: LogEvent): void {
    const { activity } = event;
    if (activity === 'Take in charge ticket') this.takenBy(event);
    else if (activity === 'Wait') this.waits(event);
    else if (activity === 'Require upgrade' || activity === 'Create SW anomaly') this.handedOver(event);
    else if (activity === 'Resolve SW anomaly') this.vendorAnswered(event);
    else if (activity === 'Schedule intervention') this.called(event);
    else if (activity === 'DUPLICATE' || activity === 'INVALID') this.cancelled(event);
    else if (/^(resolve ticket|resolved|verified)$/i.test(activity)) this.resolved(event);
    else if (activity === 'Closed' && this.status !== 'closed') this.resolved(event);
  }

  private step(event: LogEvent, deed: Deed): void {
    this.steps.push({ at: event.at - this.begun, deed });
  }

  /** Work goes on with whom the log names. */
  private takenBy(event: LogEvent): void {
    const agent = Number(event.resource.replace(/\D/g, '')) || 0;
    if (this.status === 'closed') this.reopened(event);
    if (this.status === 'waiting') this.requesterAnswered(event);
    if (this.status === 'handed-over') this.vendorAnswered(event);
    if (this.agent === agent && this.status !== 'queued') return;
    this.step(event, { do: 'assign', agent });
    this.agent = agent;
    if (this.status === 'queued') this.status = 'assigned';
  }

  private waits(event: LogEvent): void {
    if (this.status === 'closed' || this.status === 'handed-over' || this.status === 'waiting') return;
    if (this.status === 'queued') this.takenBy(event);
    this.step(event, { do: 'ask', text: this.texts.ask });
    this.status = 'waiting';
  }

  private requesterAnswered(event: LogEvent): void {
    if (!this.allowances.answers) return;
    this.step(event, { do: 'answer', text: this.texts.answer });
    this.status = 'assigned';
  }

  private handedOver(event: LogEvent): void {
    const { vendor } = this.allowances;
    if (vendor === null || this.status === 'closed' || this.status === 'handed-over') return;
    if (this.status === 'queued') this.takenBy(event);
    this.step(event, { do: 'hand-over', vendor });
    this.status = 'handed-over';
  }

  private vendorAnswered(event: LogEvent): void {
    if (this.status !== 'handed-over') return;
    this.step(event, { do: 'vendor-answer', text: this.texts.answer });
    this.status = 'assigned';
  }

  private called(event: LogEvent): void {
    if (this.status === 'assigned' || this.status === 'waiting') this.step(event, { do: 'call', outcome: 'answered' });
  }

  private cancelled(event: LogEvent): void {
    const { cancelReason } = this.allowances;
    if (cancelReason === null || this.status === 'closed') return;
    this.step(event, { do: 'cancel', reason: cancelReason });
    this.status = 'closed';
  }

  private resolved(event: LogEvent): void {
    if (this.status === 'closed') this.reopened(event);
    if (this.status === 'assigned') this.step(event, { do: 'reply', text: this.texts.reply });
    this.step(event, { do: 'resolve' });
    this.status = 'closed';
  }

  private reopened(event: LogEvent): void {
    this.step(event, { do: 'reopen', because: this.texts.answer });
    this.status = this.agent === null ? 'queued' : 'assigned';
  }
}

/** @param begun the moment of the log that is the beginning of the replay */
export function lifeOf(
  events: readonly LogEvent[],
  begun: number,
  allowances: Allowances,
  texts: Texts,
): readonly Step[] {
  const life = new Life(begun, allowances, texts);
  for (const event of events) life.follow(event);
  return life.steps;
}
