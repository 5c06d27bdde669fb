/** What to open and who can sign in, read from the regulations and the demo staff. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

export interface Login {
  readonly tenant: string;
  readonly login: string;
  readonly password: string;
  readonly roles: readonly string[];
}

/** Tenants in the order of their files' names. */
export function tenants(root: string): string[] {
  const folder = path.join(root, 'regulations');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length))
    .sort();
}

interface DemoFile {
  readonly password?: string;
  readonly staff?: Readonly<Record<string, readonly { login?: string; roles?: readonly string[] }[]>>;
}

/** The demo staff, or nobody when the file is absent. */
export function demoLogins(root: string): Login[] {
  const file = path.join(root, 'demo', 'staff.yaml');
  if (!existsSync(file)) return [];
  const demo = parse(readFileSync(file, 'utf8')) as DemoFile;
  return Object.entries(demo.staff ?? {}).flatMap(([tenant, people]) =>
    people.map(({ login = '', roles = [] }) => ({ tenant, login, roles, password: demo.password ?? '' })),
  );
}
