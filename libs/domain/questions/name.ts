import type { Unit } from './units.ts';

/**
 * Of a group's questions the most typical one: that whose words most of the group have, for how many words it has; of equals the one
 * asked most often, then the shortest.
 */
export function nameOf(units: readonly Unit[]): string {
  const asked = new Map<string, number>();
  for (const { words, members } of units) {
    for (const stem of new Set(words.stems)) asked.set(stem, (asked.get(stem) ?? 0) + members.length);
  }
  const typical = ({ words }: Unit): number => {
    const stems = new Set(words.stems);
    return [...stems].reduce((sum, stem) => sum + (asked.get(stem) ?? 0), 0) / Math.sqrt(Math.max(1, stems.size));
  };
  const worths = units.map((unit) => ({ unit, worth: typical(unit) }));
  worths.sort(
    (a, b) => b.worth - a.worth || b.unit.members.length - a.unit.members.length || (a.unit.key < b.unit.key ? -1 : 1),
  );
  const texts = (worths[0]?.unit.members ?? []).map(({ text }) => text);
  return texts.reduce((a, b) => (b.length < a.length || (b.length === a.length && b < a) ? b : a), texts[0] ?? '');
}
