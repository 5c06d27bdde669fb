import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { IsoInstant } from '@reglament/contracts';
import type { Instant } from '@reglament/domain/time';
import type { Principal } from '@reglament/platform/auth';
import { Accepts, Caller, Endpoint, endpoint, Input, type InputOf, type Language } from '@reglament/platform/http';
import type { Outcome } from '@reglament/platform/outcome';
import { z } from 'zod';
import { PublishRegulation } from '../handlers/publish-regulation.ts';
import { ShowRegulation } from '../handlers/show-regulation.ts';
import { DraftView, EditionId, EditionView, RegulationText, RegulationView } from './regulation-shapes.ts';
import { refusalStatuses } from './texts.ts';

const allow = ['manager', 'administrator'] as const;
/** A regulation's text with room for its escapes. */
const bodyLimit = 1_000_000;

const all = endpoint({
  summary: 'The editions of the regulation, the newest first, and the days of the calendar that were changed',
  allow,
  ok: RegulationView,
  refusals: refusalStatuses('no-regulation'),
});
const one = endpoint({
  summary: 'One edition: its text, and what it changed, clause by clause',
  allow,
  params: z.object({ edition: EditionId }),
  ok: EditionView,
  refusals: refusalStatuses('no-regulation', 'edition-not-found'),
});
const draft = endpoint({
  summary: 'Checks a text and says what it would change in the edition in force; nothing is kept',
  allow,
  body: z.object({ text: RegulationText }),
  ok: DraftView,
  refusals: refusalStatuses('no-regulation'),
  bodyLimit,
});
const publish = endpoint({
  summary: 'Publishes an edition; requests filed before stay under theirs',
  allow,
  body: z.object({
    text: RegulationText,
    /** The new edition's name; it takes the place of the one in the text, as the day of force does. */
    edition: EditionId,
    /** Left out: from now on. */
    inForceFrom: IsoInstant.optional(),
  }),
  ok: EditionView,
  status: 201,
  refusals: refusalStatuses('no-regulation', 'draft-refused', 'edition-taken', 'moment-passed', 'nothing-changed'),
  bodyLimit,
});
const changeDay = endpoint({
  summary:
    'Changes a day of the calendar: closed, shortened, worked, or the calendar’s own again. Open deadlines follow',
  allow,
  body: z.object({
    date: z.iso.date(),
    /** As a regulation writes hours; null takes an earlier change back. */
    hours: z.string().trim().min(1).max(200).nullable(),
    reason: z.string().trim().min(1).max(500),
  }),
  ok: RegulationView,
  status: 201,
  refusals: refusalStatuses('no-regulation', 'hours-unreadable', 'day-passed', 'nothing-changed'),
});

/** The tenant's own regulation, for its managers. */
@Controller('api/gateway/regulation')
export class RegulationController {
  constructor(
    private readonly show: ShowRegulation,
    private readonly publishing: PublishRegulation,
  ) {}

  @Get()
  @Endpoint(all)
  all(@Caller() caller: Principal, @Accepts() language: Language): Outcome<RegulationView> {
    return this.show.all(caller.tenant, language);
  }

  @Get('editions/:edition')
  @Endpoint(one)
  one(
    @Input() { params }: InputOf<typeof one>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Outcome<EditionView> {
    return this.show.one(caller.tenant, params.edition, language);
  }

  @Post('drafts')
  @HttpCode(200)
  @Endpoint(draft)
  draft(
    @Input() { body }: InputOf<typeof draft>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Outcome<DraftView> {
    return this.show.draft(caller.tenant, body.text, language);
  }

  @Post('editions')
  @Endpoint(publish)
  publish(
    @Input() { body }: InputOf<typeof publish>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<EditionView>> {
    const { text, edition, inForceFrom } = body;
    const from = inForceFrom === undefined ? null : (Date.parse(inForceFrom) as Instant);
    return this.publishing.edition(caller, { text, edition, inForceFrom: from }, language);
  }

  @Post('days')
  @Endpoint(changeDay)
  changeDay(
    @Input() { body }: InputOf<typeof changeDay>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<RegulationView>> {
    return this.publishing.day(caller, body, language);
  }
}
