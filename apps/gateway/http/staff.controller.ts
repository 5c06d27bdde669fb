import { Controller, Get, Patch, Post } from '@nestjs/common';
import { Language as Spoken } from '@reglament/contracts';
import { type Principal, Role } from '@reglament/platform/auth';
import { Accepts, Caller, Endpoint, endpoint, Input, type InputOf, type Language } from '@reglament/platform/http';
import type { Outcome } from '@reglament/platform/outcome';
import { z } from 'zod';
import { StaffHandler, type StaffView } from '../handlers/staff.ts';
import { Login } from './session.controller.ts';
import { refusalStatuses } from './texts.ts';

const unique = <T extends z.ZodType>(item: T, most: number) =>
  z
    .array(item)
    .max(most)
    .transform((items) => [...new Set(items)] as z.output<T>[]);

const fields = {
  name: z.string().trim().min(1).max(200),
  password: z.string().min(10).max(200),
  roles: unique(Role, 5),
  skills: unique(z.string().min(1).max(100), 100),
  languages: unique(Spoken, 4),
};
const View = z.object({
  staffId: z.uuid(),
  login: z.string(),
  name: z.string(),
  roles: z.array(Role),
  skills: z.array(z.string()),
  languages: z.array(Spoken),
  active: z.boolean(),
});

const list = endpoint({ summary: 'All accounts of the tenant', allow: ['administrator'], ok: z.array(View) });
const add = endpoint({
  summary: 'Adds an account',
  allow: ['administrator'],
  body: z.object({ login: Login, ...fields }),
  ok: View,
  status: 201,
  refusals: refusalStatuses('login-taken', 'unknown-skill'),
});
const change = endpoint({
  summary: 'Changes an account; what is left out stays. New roles, a new password or closing it ends its sessions',
  allow: ['administrator'],
  params: z.object({ staffId: z.uuid() }),
  body: z.object({ ...fields, active: z.boolean() }).partial(),
  ok: View,
  refusals: refusalStatuses('staff-not-found', 'last-administrator', 'unknown-skill'),
});

@Controller('api/gateway/staff')
export class StaffController {
  constructor(private readonly handler: StaffHandler) {}

  @Get()
  @Endpoint(list)
  list(@Caller() caller: Principal): Promise<StaffView[]> {
    return this.handler.list(caller);
  }

  @Post()
  @Endpoint(add)
  add(
    @Input() { body }: InputOf<typeof add>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<StaffView>> {
    return this.handler.add(caller, body, language);
  }

  @Patch(':staffId')
  @Endpoint(change)
  change(
    @Input() { params, body }: InputOf<typeof change>,
    @Caller() caller: Principal,
    @Accepts() language: Language,
  ): Promise<Outcome<StaffView>> {
    return this.handler.change(caller, params.staffId, present(body), language);
  }
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
/** Left out and `undefined` mean the same here. */
const present = <T extends object>(value: T): Present<T> =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Present<T>;
