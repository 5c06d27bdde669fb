import { Injectable } from '@nestjs/common';
import type { Language } from '@reglament/contracts';
import type { Regulation } from '@reglament/domain/regulation';
import { displayNumber, inLanguage, isInvited } from '@reglament/domain/request';
import { type Instant, isoOf, notBefore } from '@reglament/domain/time';
import { PlatformClock } from '@reglament/platform/clock';
import { accept, type Outcome, refuse } from '@reglament/platform/outcome';
import { Database, type Tx } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { addGuestNote, type GuestRow, guestByDigest, markRead, notesOf } from '../store/guests.ts';
import { addTrail, lockWork, type WorkRow } from '../store/work.ts';
import { write } from './desk.ts';
import { digestOf } from './invite-guest.ts';

/** All that a guest sees: one request, as far as staff have told of it (edoc 17). Nothing of the requester. */
export interface GuestView {
  readonly guest: string;
  readonly number: string;
  readonly category: string;
  /** The first words of the question, personal data masked. */
  readonly summary: string;
  readonly briefing: string;
  readonly invitedBy: string;
  readonly expiresAt: string;
  readonly notes: readonly { readonly at: string; readonly text: string }[];
}

interface Entered {
  readonly tenant: string;
  readonly token: string;
  readonly language: Language;
}
interface Inside {
  readonly tx: Tx;
  readonly regulation: Regulation;
  readonly work: WorkRow;
  readonly guest: GuestRow;
  readonly now: Instant;
}

const over: Readonly<Record<Language, string>> = {
  ru: 'Это приглашение не действует: срок вышел, доступ закрыли или обращение завершено. Обратитесь к тому, кто вас пригласил.',
  uk: 'Це запрошення не діє: строк минув, доступ закрили або звернення завершено. Зверніться до того, хто вас запросив.',
  kk: 'Бұл шақыру жарамсыз: мерзімі өтті, рұқсат жабылды немесе өтініш аяқталды. Сізді шақырған адамға хабарласыңыз.',
  en: 'This invitation is not good any more: its time is over, access was ended, or the request is closed. Ask whoever invited you.',
};

/** A third party with a link: reads what was shared of one request, and writes back. */
@Injectable()
export class GuestDesk {
  constructor(
    private readonly db: Database,
    private readonly clock: PlatformClock,
    private readonly book: RegulationBook,
  ) {}

  /** The first look is on the record. */
  read(entered: Entered): Promise<Outcome<GuestView>> {
    return this.enter(entered, async (inside) => {
      const { tx, guest, now, work } = inside;
      if (await markRead(tx, guest.guestId, now)) {
        const by = { kind: 'guest' as const, id: guest.guestId, name: guest.name };
        await addTrail(tx, [{ requestId: work.requestId, at: now, verb: 'guest-read', by, detail: {} }]);
      }
      return viewFor(inside, entered.language);
    });
  }

  /** What the guest writes is for staff; it marks the request as one to look at. */
  write(entered: Entered & { readonly text: string }): Promise<Outcome<GuestView>> {
    return this.enter(entered, async (inside) => {
      const { tx, guest, now, work } = inside;
      await addGuestNote(tx, guest, now, entered.text);
      const by = { kind: 'guest' as const, id: guest.guestId, name: guest.name };
      await write(
        tx,
        work,
        { at: now, verb: 'guest-note', by, detail: { guestId: guest.guestId } },
        {
          patch: { unreadSince: work.unreadSince ?? now },
          detail: {},
          say: [{ type: 'work.guest-wrote.v1', payload: { requestId: work.requestId, guestId: guest.guestId } }],
        },
      );
      return viewFor(inside, entered.language);
    });
  }

  /** A secret opens one request of one tenant, or nothing; why it does not open is not told apart. */
  private enter(
    { tenant, token, language }: Entered,
    act: (inside: Inside) => Promise<GuestView>,
  ): Promise<Outcome<GuestView>> {
    const refused = refuse({ code: 'invitation-over', status: 404, detail: over[language] });
    if (this.book.get(tenant) === undefined) return Promise.resolve(refused);
    return this.db.tenant(tenant, async (tx): Promise<Outcome<GuestView>> => {
      const guest = await guestByDigest(tx, digestOf(token));
      const work = guest === null ? null : await lockWork(tx, guest.requestId);
      const now = this.clock.now();
      if (guest === null || work === null || !isInvited(guest, work.status, now)) return refused;
      const regulation = this.book.of(tenant, work.edition);
      if (regulation === undefined) return refused;
      return accept(await act({ tx, regulation, work, guest, now: notBefore(now, work.lastAt) }));
    });
  }
}

async function viewFor({ tx, regulation, work, guest }: Inside, language: Language): Promise<GuestView> {
  const category = regulation.categories.get(work.category)?.name ?? {};
  return {
    guest: guest.name,
    number: displayNumber(work.number),
    category: inLanguage(category, language, regulation.languages[0]),
    summary: work.summary,
    briefing: guest.briefing,
    invitedBy: guest.byName,
    expiresAt: isoOf(guest.expiresAt),
    notes: (await notesOf(tx, guest)).map(({ at, text }) => ({ at: isoOf(at), text })),
  };
}
