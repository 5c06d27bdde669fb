import { Injectable } from '@nestjs/common';
import { type Complaint, composeComplaint, composeComplaintAnswer } from '@reglament/domain/conduct';
import type { Language } from '@reglament/domain/regulation';
import { type Instant, isoOf, isoOrNull } from '@reglament/domain/time';
import type { Principal } from '@reglament/platform/auth';
import { PlatformClock } from '@reglament/platform/clock';
import { newId } from '@reglament/platform/ids';
import { accept, type Outcome, refuse } from '@reglament/platform/outcome';
import { Database, type Tx, timestamp } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { complaintLetter, LetterEntity } from '../store/entities.ts';
import { refusalOf } from './refusals.ts';

interface ComplaintRow extends Complaint {
  readonly complaintId: string;
  readonly clause: string;
  readonly answer: string | null;
  readonly answeredAt: Instant | null;
  readonly answeredBy: string | null;
  /** Whether the letter to the addressee has gone. */
  readonly letter: string | null;
}

const columns = `
  c.complaint_id AS "complaintId", c.clause, c.number, c.name, c.email, c.language, c.text, c.filed_at AS "filedAt", c.answer,
  c.answered_at AS "answeredAt", c.answered_by AS "answeredBy",
  (SELECT min(l.status) FROM intake.letters l WHERE l.tenant = c.tenant AND l.request_id = c.complaint_id) AS letter`;

/** Complaints about the support go past it: to the addressee of the regulation by letter, and to the administrator (kuty 1.2, edoc 16). */
@Injectable()
export class Complaints {
  constructor(
    private readonly database: Database,
    private readonly book: RegulationBook,
    private readonly clock: PlatformClock,
  ) {}

  async file(
    tenant: string,
    given: Omit<Complaint, 'filedAt'>,
    language: Language,
  ): Promise<Outcome<{ complaintId: string; to: string }>> {
    const regulation = this.book.get(tenant);
    if (!regulation) return refuse(refusalOf('unknown-hotline', language));
    const rule = regulation.complaints;
    if (rule === null) return refuse(refusalOf('no-complaints', language));
    const spoken = regulation.languages.includes(given.language) ? given.language : regulation.languages[0];
    const complaint = { ...given, language: spoken, filedAt: this.clock.now() };
    const complaintId = newId();
    await this.database.tenant(tenant, async (tx) => {
      await tx.sql(
        `INSERT INTO intake.complaints (tenant, complaint_id, clause, number, name, email, language, text, filed_at)
         VALUES ($1, $2::uuid, $3, $4, $5, $6, $7, $8, $9::timestamptz)`,
        [
          tenant,
          complaintId,
          rule.clause,
          complaint.number,
          complaint.name,
          complaint.email,
          complaint.language,
          complaint.text,
          timestamp(complaint.filedAt),
        ],
      );
      const letter = composeComplaint(regulation, rule.clause, complaint);
      write(tx, tenant, complaintId, { ...letter, recipient: rule.email }, complaint.filedAt);
      tx.append('complaint.filed.v1', {
        subjectId: complaintId,
        occurredAt: complaint.filedAt,
        payload: { complaintId, clause: rule.clause },
      });
    });
    return accept({ complaintId, to: rule.name[spoken] ?? '' });
  }

  list(caller: Principal, language: Language): Promise<Outcome<{ items: object[] }>> {
    return this.past(caller, language, async (tx) => {
      const rows = await tx.sql<ComplaintRow>(
        `SELECT ${columns} FROM intake.complaints c ORDER BY c.filed_at DESC, c.complaint_id LIMIT 200`,
      );
      return accept({ items: rows.map(viewOf) });
    });
  }

  /** Answers once; the answer goes to the complainant by letter. */
  answer(caller: Principal, language: Language, complaintId: string, text: string): Promise<Outcome<object>> {
    return this.past(caller, language, async (tx) => {
      const regulation = this.book.get(caller.tenant);
      const [row] = await tx.sql<ComplaintRow>(
        `SELECT ${columns} FROM intake.complaints c WHERE c.complaint_id = $1::uuid FOR UPDATE OF c`,
        [complaintId],
      );
      if (!row || !regulation) return refuse(refusalOf('unknown-complaint', language));
      if (row.answer !== null) return refuse(refusalOf('complaint-answered', language));
      const at = this.clock.now();
      await tx.sql(
        `UPDATE intake.complaints SET answer = $2, answered_at = $3::timestamptz, answered_by = $4
          WHERE complaint_id = $1::uuid`,
        [complaintId, text, timestamp(at), caller.name],
      );
      const letter = composeComplaintAnswer(regulation, row, text);
      write(tx, caller.tenant, complaintId, { ...letter, recipient: row.email }, at);
      const payload = { complaintId, by: caller.subject };
      tx.append('complaint.answered.v1', { subjectId: complaintId, occurredAt: at, payload });
      return accept(viewOf({ ...row, answer: text, answeredAt: at, answeredBy: caller.name }));
    });
  }

  /** Past the support: whoever also works in it does not read complaints about it, administrator or not. */
  private async past<T>(
    caller: Principal,
    language: Language,
    act: (tx: Tx) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const inSupport = caller.roles.some((role) => role === 'operator' || role === 'moderator' || role === 'agent');
    if (inSupport) return refuse(refusalOf('past-the-support', language));
    return this.database.tenant(caller.tenant, act);
  }
}

function write(
  tx: Tx,
  tenant: string,
  complaintId: string,
  letter: { recipient: string; language: string; subject: string; body: string },
  at: Instant,
): void {
  tx.em.create(
    LetterEntity,
    {
      ...letter,
      letterId: newId(),
      tenant,
      requestId: complaintId,
      kind: complaintLetter,
      createdAt: at,
      status: 'pending',
      attempts: 0,
      nextAttemptAt: at,
    },
    { persist: true },
  );
}

const viewOf = (row: ComplaintRow) => ({
  complaintId: row.complaintId,
  clause: row.clause,
  number: row.number,
  name: row.name,
  email: row.email,
  text: row.text,
  filedAt: isoOf(row.filedAt),
  answer: row.answer,
  answeredAt: isoOrNull(row.answeredAt),
  answeredBy: row.answeredBy,
  letter: row.letter,
});
