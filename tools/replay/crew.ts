/** The demo staff of a hotline: who files calls, assigns, works and reads reports. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Crew } from './perform.ts';
import { DataError } from './plan.ts';
import { Member } from './staff.ts';

const DemoStaff = z.object({
  password: z.string(),
  staff: z.record(z.string(), z.array(z.object({ login: z.string(), roles: z.array(z.string()) }))),
});

export interface HotlineCrew extends Crew {
  readonly manager: Member;
}

/** Reads the demo staff and signs in one person for each role, and every agent. */
export async function signInCrew(base: string, file: string, tenant: string): Promise<HotlineCrew> {
  const { password, staff } = DemoStaff.parse(parse(readFileSync(file, 'utf8')));
  const people = (role: string) =>
    (staff[tenant] ?? [])
      .filter(({ roles }) => roles.includes(role))
      .map(({ login }) => new Member(base, { tenant, login, password }));
  const one = (role: string): Member => {
    const [first] = people(role);
    if (!first) throw new DataError(`${file} names no ${role} of ${tenant}.`);
    return first;
  };
  const agents = people('agent');
  if (agents.length === 0) throw new DataError(`${file} names no agent of ${tenant}.`);
  const crew = { operator: one('operator'), moderator: one('moderator'), manager: one('manager'), agents };
  for (const member of [crew.operator, crew.moderator, crew.manager, ...agents]) await member.signIn();
  return crew;
}
