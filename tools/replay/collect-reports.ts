/** The reports on a month as they were given out, and the letters to the managers, put into a folder to be read. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { Patience } from './http.ts';
import type { Member } from './staff.ts';

const Reports = z.object({
  items: z.array(
    z.object({
      reportId: z.string(),
      kind: z.string(),
      from: z.string(),
      state: z.string(),
      failure: z.string().nullable(),
      files: z.array(z.object({ language: z.string(), format: z.string() })),
      letters: z.array(z.object({ status: z.string() })),
    }),
  ),
  recipients: z.array(z.string()),
});
type Report = z.infer<typeof Reports>['items'][number];
const Lines = z.array(z.object({ id: z.string(), to: z.string() }));
const Letter = z.object({ to: z.string(), subject: z.string(), text: z.string() });

const PATIENCE = 60_000;
/** Weeks of holidays may lie before the first working day; on a fast clock they are minutes. Real milliseconds. */
const LONGEST_WAIT = 3_600_000;
const PAGE = 200;

/** Waits until the report on `month` of each manager's hotline is made and sent, then writes reports and letters into `folder`. */
export async function collectReports(
  managers: readonly Member[],
  month: string,
  folder: string,
  say: (line: string) => void,
): Promise<void> {
  say(`\nWaiting for the reports on ${month}: they are made on the first working day after it.`);
  for (const manager of managers) {
    const { report, recipients } = await untilSent(manager, month);
    const place = path.join(folder, manager.tenant);
    mkdirSync(place, { recursive: true });
    for (const { language, format } of report.files) {
      const file = `/api/reporting/reports/${report.reportId}/report.${format}?language=${language}`;
      writeFileSync(path.join(place, `${month}-${language}.${format}`), await manager.download(file));
    }
    const letters = await lettersTo(recipients, manager);
    letters.forEach(({ to, subject, text }, index) => {
      const name = `${String(index + 1).padStart(3, '0')} ${subject.replaceAll(/[/\\:]/g, ' ')}.txt`;
      writeFileSync(path.join(place, name), `${to}\n${subject}\n\n${text}\n`);
    });
    say(`  ${manager.tenant.padEnd(12)} ${report.files.length} files, ${letters.length} letters in ${place}`);
  }
}

async function untilSent(manager: Member, month: string): Promise<{ report: Report; recipients: readonly string[] }> {
  const patience = new Patience(LONGEST_WAIT);
  for (;;) {
    const { body } = await manager.read('/api/reporting/reports', new Patience(PATIENCE));
    const { items, recipients } = Reports.parse(body);
    const report = items.find(({ kind, from }) => kind === 'month' && from === `${month}-01`);
    if (report?.state === 'ready' && report.letters.every(({ status }) => status === 'sent'))
      return { report, recipients };
    await patience.wait(
      `the report of ${manager.tenant} on ${month}: ${report?.failure ?? report?.state ?? 'not yet due'}`,
    );
  }
}

/** The oldest first. */
async function lettersTo(recipients: readonly string[], manager: Member) {
  const found: z.infer<typeof Letter>[] = [];
  for (let after = ''; ; ) {
    const { body } = await manager.read(`/api/gateway/mailbox?limit=${PAGE}${after}`, new Patience(PATIENCE));
    const lines = Lines.parse(body);
    for (const { id, to } of lines) {
      if (!recipients.some((one) => to.includes(one))) continue;
      const letter = await manager.read(`/api/gateway/mailbox/${id}`, new Patience(PATIENCE));
      found.push(Letter.parse(letter.body));
    }
    const last = lines.at(-1);
    if (last === undefined || lines.length < PAGE) return found.reverse();
    after = `&after=${last.id}`;
  }
}
