/** `npm run doctor`: what is here, what is missing, how to get it. Ends with 1 when something needed is missing. */
import path from 'node:path';
import { examine, type Finding } from './doctor/findings.ts';

const TITLES = { needed: 'To run', tests: 'To test', optional: 'Optional' } as const;

function mark({ isThere, weight }: Finding): string {
  if (isThere) return 'ok';
  return weight === 'optional' ? '–' : 'MISSING';
}

const findings = await examine(path.resolve(import.meta.dirname, '..'), process.env);
for (const weight of ['needed', 'tests', 'optional'] as const) {
  process.stdout.write(`\n${TITLES[weight]}\n`);
  for (const finding of findings.filter((one) => one.weight === weight)) {
    process.stdout.write(`  ${mark(finding).padEnd(8)} ${finding.name.padEnd(12)} ${finding.says}\n`);
  }
}
const missing = findings.filter((finding) => finding.weight === 'needed' && !finding.isThere);
const verdict =
  missing.length === 0 ? 'Ready: `npm start`.' : `Missing to run: ${missing.map((one) => one.name).join(', ')}.`;
process.stdout.write(`\n${verdict}\n`);
process.exit(missing.length === 0 ? 0 : 1);
