import { Injectable } from '@nestjs/common';
import type { CalendarSpec, LocalHours, Weekday } from '@reglament/domain/calendar';
import { type Channel, formerNames, type Regulation } from '@reglament/domain/regulation';
import { isoOf } from '@reglament/domain/time';
import { PlatformClock } from '@reglament/platform/clock';
import { RegulationBook } from '@reglament/platform/regulations';

/** What anybody may know of a hotline: who it is for, when it works, how to file, and the regulation it works by. */
@Injectable()
export class DescribeHotline {
  constructor(
    private readonly book: RegulationBook,
    private readonly clock: PlatformClock,
  ) {}

  all() {
    return this.book.all().map((regulation) => ({
      tenant: regulation.tenant,
      name: regulation.name,
      organisation: regulation.organisation,
      languages: [...regulation.languages],
      isOpen: this.book.calendar(regulation.tenant).isOpen(this.clock.now()),
    }));
  }

  one(tenant: string) {
    const regulation = this.book.get(tenant);
    return regulation ? this.view(regulation) : undefined;
  }

  /** The public channel of an entry point. A telephone line is not one: naming it here is refused by the field. */
  publicChannelOf(tenant: string, entryPoint: string): Channel {
    const channel = this.book.get(tenant)?.entryPoints.find((e) => e.id === entryPoint)?.channel;
    return channel === 'chat' ? 'chat' : 'web';
  }

  private view(regulation: Regulation) {
    const now = this.clock.now();
    const calendar = this.book.calendar(regulation.tenant);
    const { tenant, name, organisation, phone, email, country, texts, edition } = regulation;
    return {
      ...{ tenant, name, organisation, phone, email, country, texts, edition },
      languages: [...regulation.languages],
      timeZone: calendar.timeZone,
      hours: groupWeek(regulation.calendar.week),
      isOpen: calendar.isOpen(now),
      opensAt: isoOf(calendar.nextOpen(now)),
      closesAt: isoOf(calendar.nextClose(now)),
      channels: [...regulation.channels].map(([channel, rule]) => ({ channel, ...rule })),
      entryPoints: regulation.entryPoints.map((entry) => ({ ...entry, sites: [...entry.sites] })),
      products: [...regulation.products],
      clientCategories: [...regulation.clientCategories],
      categories: [...regulation.categories.values()].map((c) => ({
        ...c,
        channels: [...c.channels],
        fields: [...c.fields],
      })),
      reasons: [...regulation.reasons],
      vendors: regulation.vendors.map(({ id, name, contracted, clause }) => ({ id, name, contracted, clause })),
      attachments: regulation.attachments,
      recordings: regulation.recordings,
      disclosure: regulation.disclosure,
      complaints: regulation.complaints && { clause: regulation.complaints.clause, name: regulation.complaints.name },
      conduct: regulation.conduct && {
        addressees: regulation.conduct.addressees.map(({ id, name, email }) => ({
          id,
          name,
          byLetter: email !== null,
        })),
        procedures: regulation.conduct.procedures.map(({ id, name, clause, by }) => ({
          id,
          name,
          clause,
          by: [...by],
        })),
      },
      chat: regulation.chat,
      verification: verificationOf(regulation),
      skills: [...regulation.skills],
      remoteSessions: regulation.remoteSessions && {
        tools: [...regulation.remoteSessions.tools],
        consents: [...regulation.remoteSessions.consents],
      },
      diagnosisSteps: (regulation.diagnosis?.steps ?? []).map((step) => ({ ...step, choices: [...step.choices] })),
      documents: documentsOf(regulation),
      acceptance: regulation.requesters.acceptance,
      accounts: regulation.requesters.accounts && { clause: regulation.requesters.accounts.clause },
      blocking: blockingOf(regulation),
      clauses: [...regulation.clauses.values()],
      former: formerNames(
        regulation,
        this.book.editions(tenant).map((edition) => edition.regulation),
      ),
      clocks: regulation.clocks.map((c) => ({ id: c.id, clause: c.clause, name: c.name, withinMs: c.within })),
      now: isoOf(now),
      simulated: this.clock.isSimulated,
      speed: this.clock.speed,
    };
  }
}

function documentsOf({ documents }: Regulation) {
  if (documents === null) return null;
  const { clause, contract, kinds, deliveries } = documents;
  return { clause, contract, kinds: kinds.map(({ kind, name }) => ({ kind, name })), deliveries: [...deliveries] };
}

function verificationOf({ verification }: Regulation) {
  if (verification === null) return null;
  const { clause, asks, secret, covers, otherwise } = verification;
  return { clause, asks: [...asks], secret, covers: [...covers], otherwise };
}

function blockingOf({ blocking }: Regulation) {
  return blocking && { clause: blocking.clause, grounds: [...blocking.grounds], terms: [...blocking.terms] };
}

const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The ordinary week for the page to lay out; neighbouring days with the same hours are told together. */
function groupWeek(week: CalendarSpec['week']) {
  const groups: { days: Weekday[]; intervals: { from: string; to: string }[] }[] = [];
  for (const day of weekdays) {
    const intervals = (week[day] ?? []).map((h: LocalHours) => ({
      from: clockTime(h.fromMinute),
      to: clockTime(h.toMinute),
    }));
    const last = groups.at(-1);
    if (last && JSON.stringify(last.intervals) === JSON.stringify(intervals)) last.days.push(day);
    else groups.push({ days: [day], intervals });
  }
  return groups;
}

/** Minutes from midnight as `HH:MM`; past midnight it is the next day's clock, midnight at the end of a day is 24:00. */
function clockTime(minute: number): string {
  const shown = minute === 1440 ? minute : minute % 1440;
  return `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`;
}
