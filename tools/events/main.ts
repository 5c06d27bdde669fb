// npm run events [-- --check]: writes docs/events.md and the event table of ARCHITECTURE.md from the contracts.
import { readFileSync, writeFileSync } from 'node:fs';
import { consumes, type EventDefinition, events, type Source, streamOf } from '@reglament/contracts';
import { z } from 'zod';

const check = process.argv.includes('--check');
const list: readonly EventDefinition[] = events;
const begin = '<!-- events:begin (made by `npm run events`) -->';
const end = '<!-- events:end -->';

const consumersOf = (source: Source): string =>
  (Object.entries(consumes) as [Source, readonly Source[]][])
    .filter(([, sources]) => sources.includes(source))
    .map(([service]) => service)
    .join(', ');

function table(): string {
  const rows = list.map((e) => `| \`${e.type}\` | ${e.source} | ${e.says} |`);
  return ['| event | said by | what has happened |', '| --- | --- | --- |', ...rows].join('\n');
}

function catalogue(): string {
  const head = [
    '# Events',
    '',
    'Made by `npm run events` from `libs/contracts`. Subjects are `evt.<service>.<tenant>.<type>`; each service’s events are one JetStream stream.',
    '',
    '| said by | stream | heard by |',
    '| --- | --- | --- |',
    ...[...new Set(list.map((e) => e.source))].map((s) => `| ${s} | ${streamOf(s)} | ${consumersOf(s)} |`),
  ];
  return `${[...head, ...list.flatMap(section)].join('\n')}\n`;
}

function section(event: EventDefinition): string[] {
  const schema = z.toJSONSchema(event.payload, { unrepresentable: 'any' }) as {
    properties: Record<string, Typed>;
  };
  const rows = Object.entries(schema.properties).map(([name, type]) => `| \`${name}\` | ${typeWords(type)} |`);
  return [
    '',
    `## ${event.type}`,
    '',
    `${event.says}. Said by ${event.source}.`,
    '',
    '| field | type |',
    '| --- | --- |',
    ...rows,
  ];
}

interface Typed {
  type?: string | readonly string[];
  format?: string;
  enum?: readonly unknown[];
  items?: Typed;
  anyOf?: readonly Typed[];
  properties?: Record<string, Typed>;
}

function typeWords(t: Typed): string {
  if (t.enum) return t.enum.map((v) => `\`${String(v)}\``).join(' ');
  if (t.anyOf) return t.anyOf.map(typeWords).join(' or ');
  if (t.type === 'array' && t.items) return `list of ${typeWords(t.items)}`;
  if (t.type === 'object' && t.properties) {
    return `{ ${Object.entries(t.properties)
      .map(([n, p]) => `${n}: ${typeWords(p)}`)
      .join(', ')} }`;
  }
  const type = [t.type ?? 'anything'].flat().join(' or ');
  return t.format ? `${type} (${t.format})` : type;
}

function withTable(page: string): string {
  const [before, after] = [page.split(begin)[0], page.split(end)[1]];
  if (before === undefined || after === undefined)
    throw new Error('ARCHITECTURE.md has lost the marks of its event table');
  return `${before}${begin}\n${table()}\n${end}${after}`;
}

const wanted: readonly [string, string][] = [
  ['docs/events.md', catalogue()],
  ['ARCHITECTURE.md', withTable(readFileSync('ARCHITECTURE.md', 'utf8'))],
];
for (const [file, text] of wanted) {
  const has = readFile(file);
  if (has === text) continue;
  if (check) {
    process.stderr.write(`${file} is not what the contracts say; run \`npm run events\`.\n`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, text);
    process.stderr.write(`${file} written\n`);
  }
}

function readFile(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
