/** The small day of requests that the repository ships: one JSON object a line, `at` and `after` in minutes. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { SubmitBody } from './api.ts';
import { type Case, DataError, type Deed, type Plan } from './plan.ts';

const after = z.number().min(0);
const LifeStep = z.discriminatedUnion('do', [
  z.strictObject({ after, do: z.literal('assign') }),
  z.strictObject({ after, do: z.enum(['reply', 'ask', 'answer', 'vendor-answer']), text: z.string() }),
  z.strictObject({ after, do: z.literal('resolve') }),
  z.strictObject({ after, do: z.literal('withdraw') }),
  z.strictObject({ after, do: z.enum(['cancel', 'decline']), reason: z.string() }),
  z.strictObject({ after, do: z.literal('hand-over'), vendor: z.string() }),
  z.strictObject({ after, do: z.literal('call'), outcome: z.string() }),
]);
type LifeStep = z.infer<typeof LifeStep>;

export const DemoRequest = SubmitBody.extend({
  hotline: z.string(),
  at: z.number().min(0),
  life: z.array(LifeStep).max(50),
}).strict();

const MINUTE = 60_000;

/** @throws DataError naming the line that cannot be read */
export function demoPlan(file: string, hotlines: readonly string[] | null): Plan {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const cases = lines.map((line, index) => readCase(line, index, file));
  return {
    name: path.basename(file),
    cases: cases.filter((one) => hotlines?.includes(one.hotline) ?? true),
    remarks: [],
  };
}

function readCase(line: string, index: number, file: string): Case {
  const where = `${file}, line ${index + 1}`;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new DataError(`${where} is not JSON.`, { cause });
  }
  const read = DemoRequest.safeParse(value);
  if (!read.success) throw new DataError(`${where}: ${z.prettifyError(read.error)}`);
  const { hotline, at, life, ...submission } = read.data;
  const steps = life.map((step) => ({ at: (at + step.after) * MINUTE, deed: deedOf(step, index) }));
  return { key: `demo-${index + 1}`, hotline, at: at * MINUTE, submission, steps };
}

function deedOf(step: LifeStep, index: number): Deed {
  const { after: _, ...deed } = step;
  return deed.do === 'assign' ? { ...deed, agent: index } : deed;
}
