import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ChatRule, Language } from '@reglament/domain/regulation';
import { isoOf } from '@reglament/domain/time';
import { PlatformClock } from '@reglament/platform/clock';
import { accept, type Outcome, refuse } from '@reglament/platform/outcome';
import { Database } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { insertChat, requestOfChat } from '../store/chats.ts';
import { chatRefusal } from './chat-refusals.ts';
import { ReadHelp } from './read-help.ts';

/** As many instructions as a person reads before asking. */
const MOST_INSTRUCTIONS = 5;

/**
 * The Internet chat: first the instructions that match the question (kz-portal 30-16), then a request on the channel `chat` whose
 * correspondence the chat is. It says whether anybody is there, and when not, from when (30-10); a message is taken at any time.
 */
@Injectable()
export class OpenChat {
  constructor(
    private readonly database: Database,
    private readonly book: RegulationBook,
    private readonly clock: PlatformClock,
    private readonly help: ReadHelp,
  ) {}

  async lead(tenant: string, question: string, language: Language): Promise<Outcome<object>> {
    const rule = this.book.get(tenant)?.chat;
    if (rule == null) return refuse(chatRefusal('no-chat', language));
    const items = await this.help.near({ tenant, language, q: question, limit: MOST_INSTRUCTIONS });
    const at = this.clock.now();
    const chatId = randomUUID();
    const shown = items.map(({ articleId }) => articleId);
    await this.database.tenant(tenant, (tx) => insertChat(tx, { tenant, chatId, shown, at }));
    return accept({ chatId, items, ...this.presence(tenant), ...clausesOf(rule) });
  }

  /** Whether somebody answers now, and from when they do otherwise: the next opening, by the tenant's calendar. */
  presence(tenant: string) {
    const calendar = this.book.calendar(tenant);
    const now = this.clock.now();
    return { isOpen: calendar.isOpen(now), opensAt: isoOf(calendar.nextOpen(now)) };
  }

  /** The request of a chat that was begun; null for anything else. */
  async requestOf(tenant: string, chatId: string): Promise<string | null> {
    if (this.book.get(tenant) === undefined) return null;
    return (await this.database.tenant(tenant, (tx) => requestOfChat(tx, chatId))) ?? null;
  }
}

const clausesOf = ({ clause, instructions, hours }: ChatRule) => ({ clauses: { clause, instructions, hours } });
