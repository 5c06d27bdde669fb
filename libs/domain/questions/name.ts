import type { Unit } from './units.ts';

/**
 * Of a group's questions the most typical one: that whose words most of the group have, for how many words it has; of equals the one
 * asked most often, then the shortest.
 */
export function nameOf(units: readonly Unit[]): string {
  const asked = new Map<string, number>();
  for (const { stems, members } of units) {
    for (const stem of new Set(stems)) asked.set(stem, (asked.get(stem) ?? 0) + members.length);
  }
  const typical = (unit: Unit): number => {
    const stems = new Set(unit.stems);
    return [...stems].reduce((sum, stem) => sum + (asked.get(stem) ?? 0), 0) / Math.sqrt(Math.max(1, stems.size));
  };
  const keyOf = ({ stems }: Unit) => stems.join(' ');
  const worths = units.map((unit) => ({ unit, worth: typical(unit) }));
  worths.sort(
    (a, b) =>
      b.worth - a.worth || b.unit.members.length - a.unit.members.length || (keyOf(a.unit) < keyOf(b.unit) ? -1 : 1),
  );
  const texts = (worths[0]?.unit.members ?? []).map(({ text }) => text);
  return texts.reduce((a, b) => (b.length < a.length || (b.length === a.length && b < a) ? b : a), texts[0] ?? '');
}
