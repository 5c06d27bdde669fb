/** The options of `npm run what-if`, read strictly. */
import path from 'node:path';
import { parseArgs } from 'node:util';

export interface WhatIfOptions {
  readonly tenant: string;
  /** A draft's file; null: the regulation in force. */
  readonly draft: string | null;
  readonly changes: readonly { readonly at: readonly string[]; readonly to: string }[];
  /** Days of the tenant's zone, both included; null: as far as the history goes. */
  readonly from: string | null;
  readonly to: string | null;
  readonly url: string | null;
  readonly running: string;
  readonly login: string | null;
  readonly password: string | null;
  readonly json: boolean;
}

export const USAGE = `npm run what-if -- [options]
  --tenant NAME        whose history (ovk)
  --draft FILE         a draft of the regulation; without it, the regulation in force
  --set WAY=VALUE      one value changed, as often as you like: --set 'clocks.answer.within=20 min'
  --from, --to DATE    requests submitted on these days (all)
  --url URL            the platform (the one that npm start runs from .reglament)
  --started DIR        the folder that npm start keeps its data in (.reglament)
  --login, --password  a manager's; without them the demo's manager
  --json               one line for programs`;

/** A mistake in the options; the message is for the person. */
export class UsageError extends Error {}

export function readOptions(args: readonly string[], cwd: string): WhatIfOptions {
  const { values } = parse(args);
  return {
    tenant: values.tenant ?? 'ovk',
    draft: values.draft === undefined ? null : path.resolve(cwd, values.draft),
    changes: (values.set ?? []).map(changeOf),
    from: dateOf('from', values.from),
    to: dateOf('to', values.to),
    url: values.url?.replace(/\/$/, '') ?? null,
    running: path.resolve(cwd, values.started ?? '.reglament', 'running.json'),
    login: values.login ?? null,
    password: values.password ?? null,
    json: values.json ?? false,
  };
}

/** `clocks.answer.within=20 min`; a key that holds a dot, such as a clause, is written in quotes: `clauses."2.7".text=…`. */
function changeOf(text: string): WhatIfOptions['changes'][number] {
  const split = text.indexOf('=');
  const at = [...text.slice(0, Math.max(0, split)).matchAll(/"([^"]+)"|([^."]+)/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );
  if (split < 1 || at.length === 0) throw new UsageError(`--set takes WAY=VALUE, not "${text}".`);
  return { at, to: text.slice(split + 1).trim() };
}

function dateOf(name: string, text: string | undefined): string | null {
  if (text === undefined) return null;
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  if (!isDate) throw new UsageError(`--${name} must be a date such as 2026-11-01, not "${text}".`);
  return text;
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        tenant: text,
        draft: text,
        set: { type: 'string', multiple: true },
        from: text,
        to: text,
        url: text,
        started: text,
        login: text,
        password: text,
        json: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
