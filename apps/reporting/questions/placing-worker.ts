// Runs in a thread of its own: grouping a month is seconds of arithmetic, during which the service goes on answering.
import { parentPort, workerData } from 'node:worker_threads';
import { groupByVectors, placeQuestions } from '@reglament/domain/question-groups';
import type { PlacingTask } from './placing.ts';

const { asked, known, outside }: PlacingTask = workerData;

if (outside === null) parentPort?.postMessage(placeQuestions(asked, known));
else {
  const { vectors, alike } = outside;
  const placed = placeQuestions(asked, known, (questions) =>
    groupByVectors(
      questions,
      questions.map(({ text }) => vectors.get(text) ?? []),
      alike,
    ),
  );
  parentPort?.postMessage(placed);
}
