import { Controller, Get, Post } from '@nestjs/common';
import { editRefusals } from '@reglament/domain/question-groups';
import type { Language } from '@reglament/domain/regulation';
import { type Instant, isoOf, isoOrNull } from '@reglament/domain/time';
import type { Principal } from '@reglament/platform/auth';
import { Accepts, Caller, Endpoint, endpoint, Input, type InputOf } from '@reglament/platform/http';
import { accept, type Outcome, refuse } from '@reglament/platform/outcome';
import { Database, type Tx } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { z } from 'zod';
import { type Edited, EditGroups } from '../questions/edit-groups.ts';
import { listEdits } from '../questions/edits-store.ts';
import { SplitGroup } from '../questions/split-group.ts';
import { readGroups } from '../questions/store.ts';
import { LONGEST_DAYS } from '../statistics/period.ts';
import { Moment } from './asked.ts';
import { QuestionEdits } from './questions-shapes.ts';
import { noRegulation } from './texts.ts';

const STATUS = {
  'unknown-group': 404,
  'unknown-edit': 404,
  'nothing-changes': 409,
  'same-group': 409,
  'nothing-to-split': 422,
  'already-undone': 409,
  'edited-since': 409,
} as const;
const MADE = z.object({ editId: z.uuid() });
const ofGroup = z.object({ groupId: z.uuid() });
const Name = z.string().trim().min(1).max(200);
const DAY_MS = 86_400_000;

const verb = <B extends z.ZodType>(summary: string, body: B) =>
  endpoint({
    summary,
    allow: ['manager', 'administrator'],
    params: ofGroup,
    body,
    ok: MADE,
    status: 201,
    refusals: { 'unknown-group': 404, 'nothing-changes': 409, 'same-group': 409 },
  });

const list = endpoint({
  summary: 'What managers changed in the groups of questions lately, the latest first',
  allow: ['manager', 'administrator'],
  ok: QuestionEdits,
});
const merge = verb('Counts a group with another from now on', z.object({ into: z.uuid() }));
const rename = verb(
  'Gives a group a name of its own; null: its most typical question again',
  z.object({ name: Name.nullable() }),
);
const hide = verb('Leaves a group out of the lists, or shows it again', z.object({ hidden: z.boolean() }));
const split = endpoint({
  ...verb(
    'Parts a group: the requests named become a group of their own, and others that ask the same follow them',
    z
      .object({
        requestIds: z.array(z.uuid()).min(1).max(500),
        name: Name.nullable().default(null),
        /** The period the requests are of, `[from, to)`. */
        from: Moment,
        to: Moment,
      })
      .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= LONGEST_DAYS * DAY_MS, {
        path: ['to'],
        message: `at most ${LONGEST_DAYS} days after from`,
      }),
  ),
  refusals: { 'no-regulation': 404, 'unknown-group': 404, 'nothing-to-split': 422 },
});
const undo = endpoint({
  summary: 'Takes a change of a group back, as long as no later one stands on it',
  allow: ['manager', 'administrator'],
  params: z.object({ editId: z.uuid() }),
  ok: MADE,
  status: 201,
  refusals: { 'unknown-edit': 404, 'already-undone': 409, 'edited-since': 409 },
});

@Controller('questions')
export class QuestionEditsController {
  constructor(
    private readonly database: Database,
    private readonly regulations: RegulationBook,
    private readonly groups: EditGroups,
    private readonly splits: SplitGroup,
  ) {}

  @Get('edits')
  @Endpoint(list)
  async list(@Caller() { tenant }: Principal): Promise<Outcome<QuestionEdits>> {
    return accept({ items: await this.database.tenant(tenant, readEdits) });
  }

  @Post('groups/:groupId/merge')
  @Endpoint(merge)
  async merge(
    @Input() { params, body }: InputOf<typeof merge>,
    @Caller() by: Principal,
    @Accepts() language: Language,
  ) {
    return outcomeOf(await this.groups.edit(by, { kind: 'merge', ...params, ...body }), language);
  }

  @Post('groups/:groupId/name')
  @Endpoint(rename)
  async rename(
    @Input() { params, body }: InputOf<typeof rename>,
    @Caller() by: Principal,
    @Accepts() language: Language,
  ) {
    return outcomeOf(await this.groups.edit(by, { kind: 'rename', ...params, ...body }), language);
  }

  @Post('groups/:groupId/hidden')
  @Endpoint(hide)
  async hide(@Input() { params, body }: InputOf<typeof hide>, @Caller() by: Principal, @Accepts() language: Language) {
    return outcomeOf(await this.groups.edit(by, { kind: body.hidden ? 'hide' : 'show', ...params }), language);
  }

  @Post('groups/:groupId/split')
  @Endpoint(split)
  async split(
    @Input() { params, body }: InputOf<typeof split>,
    @Caller() by: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<z.infer<typeof MADE>>> {
    const regulation = this.regulations.get(by.tenant);
    if (regulation === undefined) return refuse({ code: 'no-regulation', status: 404, detail: noRegulation[language] });
    const asked = {
      ...params,
      ...body,
      from: Date.parse(body.from) as Instant,
      to: Date.parse(body.to) as Instant,
      timeZone: regulation.calendar.timeZone,
    };
    return outcomeOf(await this.splits.split(by, asked), language);
  }

  @Post('edits/:editId/undo')
  @Endpoint(undo)
  async undo(@Input() { params }: InputOf<typeof undo>, @Caller() by: Principal, @Accepts() language: Language) {
    return outcomeOf(await this.groups.undo(by, params.editId), language);
  }
}

function outcomeOf(edited: Edited, language: Language): Outcome<z.infer<typeof MADE>> {
  if (edited.ok) return accept({ editId: edited.editId });
  const { code } = edited;
  return refuse({ code, status: STATUS[code], detail: editRefusals[code][language] });
}

async function readEdits(tx: Tx): Promise<QuestionEdits['items']> {
  const [edits, groups] = [await listEdits(tx), await readGroups(tx)];
  const nameOf = (id: string): string => {
    const group = groups.get(id);
    return group?.ownName ?? group?.name ?? id;
  };
  return edits.map(({ editId, kind, groupId, otherId, changes, madeAt, madeBy, undoneAt, undoneBy }) => ({
    editId,
    kind,
    groupId,
    name: nameOf(groupId),
    otherName: otherId === null ? null : nameOf(otherId),
    nameBefore: kind === 'rename' ? (changes[0]?.before.ownName ?? groups.get(groupId)?.name ?? null) : null,
    madeAt: isoOf(madeAt),
    madeBy,
    undoneAt: isoOrNull(undoneAt),
    undoneBy,
  }));
}
