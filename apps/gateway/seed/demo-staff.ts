import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { Language, Tenant } from '@reglament/contracts';
import { Role } from '@reglament/platform/auth';
import { PlatformClock } from '@reglament/platform/clock';
import { CONFIG } from '@reglament/platform/http';
import { Database } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { hashSecret } from '@reglament/platform/secrets';
import { parse } from 'yaml';
import { z } from 'zod';
import type { GatewayConfig } from '../config.ts';
import { addStaff } from '../handlers/staff.ts';

const DemoFile = z.strictObject({
  password: z.string().min(10),
  staff: z.record(
    Tenant,
    z.array(
      z.strictObject({
        login: z.string().min(1),
        name: z.string().min(1),
        roles: z.array(Role).min(1),
        skills: z.array(z.string()).default([]),
        languages: z.array(Language).min(1),
      }),
    ),
  ),
});
type Person = z.infer<typeof DemoFile>['staff'][string][number];

/** Adds the demonstration's accounts where they are missing. Safe to run twice and at several instances at once. */
@Injectable()
export class DemoStaff {
  constructor(
    private readonly database: Database,
    private readonly clock: PlatformClock,
    private readonly regulations: RegulationBook,
    @Inject(CONFIG) private readonly config: GatewayConfig,
  ) {}

  /** @returns how many accounts were added */
  async seed(): Promise<number> {
    if (this.config.DEMO_DIR === undefined) return 0;
    const file = DemoFile.parse(parse(readFileSync(path.join(this.config.DEMO_DIR, 'staff.yaml'), 'utf8')));
    const hotlines = Object.entries(file.staff).filter(([tenant]) => this.regulations.get(tenant) !== undefined);
    const added = await Promise.all(hotlines.map(([tenant, people]) => this.seedTenant(tenant, people, file.password)));
    return added.reduce((sum, each) => sum + each, 0);
  }

  private async seedTenant(tenant: string, people: readonly Person[], password: string): Promise<number> {
    const skills = new Set(this.regulations.get(tenant)?.skills.map(({ id }) => id));
    const unknown = people.flatMap((person) => person.skills).find((skill) => !skills.has(skill));
    if (unknown !== undefined) throw new Error(`staff.yaml: the regulation of ${tenant} has no skill ${unknown}`);
    const known = await this.database.tenant(tenant, (tx) =>
      tx.sql<{ login: string }>('SELECT login FROM gateway.staff'),
    );
    const logins = new Set(known.map(({ login }) => login));
    const missing = people.filter(({ login }) => !logins.has(login));
    if (missing.length === 0) return 0;
    const hashed = await Promise.all(
      missing.map(async (person) => ({ ...person, passwordHash: await hashSecret(password) })),
    );
    return this.database.tenant(tenant, async (tx) => {
      let added = 0;
      for (const person of hashed) if ((await addStaff(tx, { ...person, at: this.clock.now() })) !== null) added += 1;
      return added;
    });
  }
}
