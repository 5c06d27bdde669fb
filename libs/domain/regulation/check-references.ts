import { checkConduct } from './conduct-compile.ts';
import type { Draft } from './draft.ts';
import { CALL_OUTCOMES, FACT_NAMES, FACTS } from './facts.ts';
import type { FactEntry } from './shape.ts';
import { childOf, type Path } from './source.ts';
import { checkVerification } from './verification-compile.ts';

/** Everything a regulation refers to by name must exist in it. */
export function checkReferences(draft: Draft): void {
  checkClauses(draft, draft.file, []);
  checkCategories(draft);
  checkEntryPoints(draft);
  checkClockNames(draft);
  checkProcedures(draft);
  checkConduct(draft);
  checkVerification(draft);
  for (const [index, { at }] of (draft.file.assumptions ?? []).entries()) {
    const found = at.split('.').reduce<unknown>((node, step) => childOf(node, step), draft.source.value);
    if (found === undefined) draft.mistake(['assumptions', index, 'at'], 'nothingAt', { at });
  }
}

/** Wherever the file says `clause: X`, clause X must be written out under `clauses`. */
function checkClauses(draft: Draft, node: unknown, path: Path): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    const at = [...path, Array.isArray(node) ? Number(key) : key];
    if (key === 'clause' && typeof value === 'string') {
      if (!Object.hasOwn(draft.file.clauses, value)) {
        draft.mistake(at, 'noClause', { clause: value });
      }
    } else checkClauses(draft, value, at);
  }
}

function checkCategories(draft: Draft): void {
  const { file } = draft;
  for (const [id, category] of Object.entries(file.categories)) {
    const path: Path = ['categories', id];
    draft.refer(category.kind, file.kinds, 'kind', [...path, 'kind']);
    draft.refer(category.skill, file.skills, 'skill', [...path, 'skill']);
    draft.refer(category.outOfScope?.vendor, file.vendors, 'vendor', [...path, 'outOfScope', 'vendor']);
    for (const channel of category.channels ?? []) {
      draft.refer(channel, file.channels, 'channel', [...path, 'channels']);
    }
    const fields = [...(category.requires ?? []), ...(category.asks ?? [])];
    for (const field of fields) draft.refer(field, file.fields, 'field', path);
    const twice = fields.find((field, i) => fields.indexOf(field) !== i);
    if (twice !== undefined) draft.mistake(path, 'fieldTwice', { id: twice });
  }
  for (const [id, field] of Object.entries(file.fields ?? {})) {
    const choices = Object.keys(field.choices ?? {}).length;
    if (field.type === 'choice' && choices < 2) draft.mistake(['fields', id], 'fieldOfOneChoice');
    if (field.type !== 'choice' && choices > 0) {
      draft.mistake(['fields', id, 'choices'], 'choicesWithoutChoice');
    }
  }
}

function checkEntryPoints(draft: Draft): void {
  for (const [id, entry] of Object.entries(draft.file.entryPoints)) {
    const path: Path = ['entryPoints', id, 'channel'];
    draft.refer(entry.channel, draft.file.channels, 'channel', path);
    if (draft.file.channels[entry.channel]?.open === false) {
      draft.mistake(path, 'closedChannel', { channel: entry.channel });
    }
  }
}

function checkClockNames(draft: Draft): void {
  const { file } = draft;
  for (const [id, clock] of Object.entries(file.clocks)) {
    const path: Path = ['clocks', id];
    const { kinds, categories, channels, clientCategories } = clock.applies ?? {};
    for (const kind of kinds ?? []) draft.refer(kind, file.kinds, 'kind', [...path, 'applies', 'kinds']);
    for (const name of categories ?? [])
      draft.refer(name, file.categories, 'category', [...path, 'applies', 'categories']);
    for (const name of channels ?? []) draft.refer(name, file.channels, 'channel', [...path, 'applies', 'channels']);
    for (const name of clientCategories ?? []) {
      draft.refer(name, file.clientCategories, 'clientCategory', [...path, 'applies', 'clientCategories']);
    }
    if (typeof clock.within === 'object') {
      for (const [client, row] of Object.entries(clock.within)) {
        draft.refer(client, file.clientCategories, 'clientCategory', [...path, 'within', client]);
        for (const kind of Object.keys(row)) draft.refer(kind, file.kinds, 'kind', [...path, 'within', client, kind]);
      }
    }
    for (const part of ['starts', 'stops', 'cancels'] as const) {
      for (const [i, match] of (clock[part] ?? []).entries()) checkFact(draft, match, [...path, part, i]);
    }
    for (const [i, pause] of (clock.pauses ?? []).entries()) {
      checkFact(draft, pause.from, [...path, 'pauses', i, 'from']);
      for (const [j, match] of pause.until.entries()) checkFact(draft, match, [...path, 'pauses', i, 'until', j]);
    }
    for (const [i, action] of (clock.onExpiry ?? []).entries()) {
      draft.refer(action.reason, file.reasons, 'reason', [...path, 'onExpiry', i, 'reason']);
    }
  }
}

function checkFact(draft: Draft, match: FactEntry, path: Path): void {
  const { fact, where } = typeof match === 'string' ? { fact: match, where: {} } : match;
  const fields = FACTS[fact];
  if (!fields) {
    const plain = fact.replace(/\.v\d+$/, '');
    if (FACTS[plain]) draft.mistake(path, 'factWithVersion', { fact, plain });
    else draft.mistake(path, 'noFact', { fact, known: FACT_NAMES });
    return;
  }
  for (const [key, value] of Object.entries(where)) {
    const values = fields[key];
    if (values === undefined) {
      const known = Object.keys(fields);
      if (known.length > 0) draft.mistake(path, 'noneSuchToCompare', { fact, key, known });
      else draft.mistake(path, 'nothingToCompare', { fact, key });
    } else if (values !== 'any' && !values.includes(value)) {
      draft.mistake(path, 'neverSuchValue', { fact, key, value, values });
    } else if (fact !== 'work.handed-over' && key === 'reason') draft.refer(value, draft.file.reasons, 'reason', path);
    else if (key === 'category') draft.refer(value, draft.file.categories, 'category', path);
    else if (key === 'product') draft.refer(value, draft.file.products, 'product', path);
    else if (key === 'to') draft.refer(value, draft.file.vendors, 'vendor', path);
    else if (key === 'entryPoint') draft.refer(value, draft.file.entryPoints, 'entryPoint', path);
    else if (key === 'clientCategory') draft.refer(value, draft.file.clientCategories, 'clientCategory', path);
  }
}

function checkProcedures(draft: Draft): void {
  const { calls, silence, reasons, clocks } = draft.file;
  draft.refer(calls?.clock, clocks, 'clock', ['calls', 'clock']);
  draft.refer(silence?.clock, clocks, 'clock', ['silence', 'clock']);
  draft.refer(calls?.reason, reasons, 'reason', ['calls', 'reason']);
  draft.refer(silence?.reason, reasons, 'reason', ['silence', 'reason']);
  for (const [part, reason] of [
    ['calls', calls?.reason],
    ['silence', silence?.reason],
  ] as const) {
    if (reason !== undefined && reasons[reason] && reasons[reason].use !== 'cancel') {
      draft.mistake([part, 'reason'], 'notToCancel', { id: reason });
    }
  }
  if (calls && calls.unanswered.length === CALL_OUTCOMES.length) {
    draft.mistake(['calls', 'unanswered'], 'everyOutcomeUnanswered');
  }
  if (calls && Number(calls.attempts) < 1) draft.mistake(['calls', 'attempts'], 'noCallAtAll');
}
