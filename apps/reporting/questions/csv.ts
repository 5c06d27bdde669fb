import type { AskedQuestions } from '../http/questions-shapes.ts';
import { cellOf } from '../statistics/csv.ts';

/** The groups of a period, one a line, the most frequent first; examples stand in one cell, one a line. */
export function* questionLines({ from, to, items }: AskedQuestions): Generator<string> {
  yield 'from,to,place,group,question,category,count,share,before,examples,article\r\n';
  for (const { groupId, place, name, categoryName, count, share, before, examples, article } of items) {
    const cells = [
      from,
      to,
      place,
      groupId,
      name,
      categoryName,
      count,
      share,
      before,
      examples.join('\n'),
      article?.url ?? null,
    ];
    yield `${cells.map(cellOf).join(',')}\r\n`;
  }
}
