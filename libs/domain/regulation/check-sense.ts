import type { Draft } from './draft.ts';
import { AFTER_CLOSING_FACTS, TERMINAL_FACTS } from './facts.ts';
import { checkLetters } from './letters-check.ts';
import { checkProcedures } from './procedures-check.ts';
import { checkReach } from './reach-check.ts';
import { checkRequesters } from './requester-compile.ts';
import type { Category, Channel, ClockRule, FactMatch, Regulation } from './types.ts';

/** Contradictions and holes: what a regulation may not leave open although every name in it exists. */
export function checkSense(draft: Draft, regulation: Regulation): void {
  checkAdmittance(draft, regulation);
  checkDeclining(draft, regulation);
  checkUse(draft, regulation);
  for (const rule of regulation.clocks) checkEnding(draft, rule);
  checkContradictions(draft, regulation);
  checkTables(draft, regulation);
  checkProcedures(draft, regulation);
  checkReach(draft, regulation);
  checkLetters(draft, regulation);
  checkRequesters(draft, regulation);
}

function checkAdmittance(draft: Draft, regulation: Regulation): void {
  for (const category of regulation.categories.values()) {
    if (!category.channels.some((channel) => regulation.channels.get(channel)?.open)) {
      draft.mistake(['categories', category.id], 'noOpenChannel');
    }
  }
  for (const [channel, rule] of regulation.channels) {
    const path = ['channels', channel];
    const enters = regulation.entryPoints.some((entry) => entry.channel === channel);
    if (rule.open && !enters) draft.mistake(path, 'openWithoutEntry', { channel });
    if (!rule.open && rule.refusal === null) draft.mistake(path, 'closedWithoutRefusal');
    if (rule.open && rule.refusal !== null) draft.mistake(path, 'openWithRefusal');
    if (rule.open && channel === 'phone' && regulation.phone === null) {
      draft.mistake(path, 'callsWithoutPhone');
    }
  }
}

function checkDeclining(draft: Draft, regulation: Regulation): void {
  const uses = (use: string) => regulation.reasons.some((reason) => reason.use === use && reason.chosenBy === 'staff');
  const declines = [...regulation.categories.values()].some((category) => category.outOfScope !== null);
  if (declines && !uses('decline')) {
    draft.mistake(['reasons'], 'noReasonToDecline');
  }
  if (!uses('cancel')) draft.mistake(['reasons'], 'noReasonToCancel');
}

/** Named and never used: most often a slip of the pen elsewhere. */
function checkUse(draft: Draft, regulation: Regulation): void {
  const categories = [...regulation.categories.values()];
  const kinds = new Set(categories.map((category) => category.kind));
  for (const { id } of regulation.kinds) {
    if (!kinds.has(id)) draft.mistake(['kinds', id], 'kindUnused', { id });
  }
  const skills = new Set(categories.map((category) => category.skill));
  for (const { id } of regulation.skills) {
    if (!skills.has(id)) draft.mistake(['skills', id], 'skillUnused', { id });
  }
  const fields = new Set(categories.flatMap((category) => category.fields.map((field) => field.id)));
  for (const id of Object.keys(draft.file.fields ?? {})) {
    if (!fields.has(id)) draft.mistake(['fields', id], 'fieldUnused', { id });
  }
}

/** Where in the file a rule stands: rules of a table share their clock's entry. */
const clockPath = (rule: ClockRule): readonly string[] => ['clocks', rule.id.split('.')[0] ?? rule.id];

/** A clock must end, one way or another, when its request does. */
function checkEnding(draft: Draft, rule: ClockRule): void {
  const path = clockPath(rule);
  if (rule.stopsOn.length === 0) {
    draft.mistake(path, 'neverStops');
    return;
  }
  const ends = [...rule.stopsOn, ...rule.cancelsOn];
  const startsClosed = rule.startsOn.some((match) => [...TERMINAL_FACTS, ...AFTER_CLOSING_FACTS].includes(match.fact));
  const open = TERMINAL_FACTS.filter((fact) => !ends.some((match) => match.fact === fact && isPlain(match)));
  if (!startsClosed && open.length > 0) {
    draft.mistake(path, 'outlivesRequest', { facts: open });
  }
  const both = rule.stopsOn.find((stop) => rule.cancelsOn.some((cancel) => sameMatch(stop, cancel)));
  if (both) draft.mistake(path, 'stopsAndCancels', { fact: both.fact });
  for (const pause of rule.pauses) {
    const endless = pause.until.length === 0 || pause.until.every((match) => sameMatch(match, pause.from));
    if (endless) draft.mistake([...path, 'pauses'], 'pauseWithoutEnd', { fact: pause.from.fact });
  }
  if (rule.toldToRequester && rule.within === null) {
    draft.mistake([...path, 'told'], 'nothingToPromise');
  }
}

const isPlain = (match: FactMatch): boolean => Object.keys(match.where).length === 0;
const keyOf = (match: FactMatch): string => `${match.fact}${JSON.stringify(Object.entries(match.where).sort())}`;
const sameMatch = (a: FactMatch, b: FactMatch): boolean => keyOf(a) === keyOf(b);
const promiseOf = (rule: ClockRule): string =>
  JSON.stringify([rule.startsOn.map(keyOf).sort(), rule.stopsOn.map(keyOf).sort(), rule.time]);

interface Case {
  readonly category: Category;
  readonly channel: Channel;
  readonly client: string | null;
}

function casesOf(regulation: Regulation): readonly Case[] {
  const clients = regulation.clientCategories.length > 0 ? regulation.clientCategories.map(({ id }) => id) : [null];
  return [...regulation.categories.values()].flatMap((category) =>
    category.channels.flatMap((channel) => clients.map((client) => ({ category, channel, client }))),
  );
}

const admits = (rule: ClockRule, { category, channel, client }: Case): boolean => {
  const { kinds, categories, channels, clientCategories } = rule.applies;
  return (
    (kinds.length === 0 || kinds.includes(category.kind)) &&
    (categories.length === 0 || categories.includes(category.id)) &&
    (channels.length === 0 || channels.includes(channel)) &&
    (clientCategories.length === 0 || (client !== null && clientCategories.includes(client)))
  );
};

/** Two clocks that start and stop on the same facts promise the same thing: no request may have both. */
function checkContradictions(draft: Draft, regulation: Regulation): void {
  const cases = casesOf(regulation);
  const told = new Set<string>();
  for (const rule of regulation.clocks) {
    if (!cases.some((one) => admits(rule, one))) {
      draft.mistake(clockPath(rule), 'ofNoRequest', { clock: rule.id });
    }
  }
  for (const one of cases) {
    const seen = new Map<string, ClockRule>();
    for (const rule of regulation.clocks.filter((candidate) => admits(candidate, one))) {
      const other = seen.get(promiseOf(rule));
      seen.set(promiseOf(rule), rule);
      if (!other || told.has(`${other.id} ${rule.id}`)) continue;
      told.add(`${other.id} ${rule.id}`);
      const { client } = one;
      const both = { category: one.category.id, one: other.id, other: rule.id };
      if (client === null) draft.mistake(clockPath(rule), 'twoClocks', both);
      else draft.mistake(clockPath(rule), 'twoClocksOfClient', { ...both, client });
    }
  }
}

/** A table of targets must have a cell for every client category and every kind it names once. */
function checkTables(draft: Draft, regulation: Regulation): void {
  for (const [id, clock] of Object.entries(draft.file.clocks)) {
    if (typeof clock.within === 'string') continue;
    const table = clock.within;
    const kinds = new Set(Object.values(table).flatMap((row) => Object.keys(row)));
    for (const { id: client } of regulation.clientCategories) {
      const missing = [...kinds].filter((kind) => table[client]?.[kind] === undefined);
      if (missing.length > 0) {
        draft.mistake(['clocks', id, 'within', client], 'holeInTable', { client, kinds: missing });
      }
    }
  }
}
