import type { English } from '../en/index.ts';
import { calendar } from './calendar.ts';
import { clocks } from './clocks.ts';
import { file } from './file.ts';
import { hotline } from './hotline.ts';
import { letters } from './letters.ts';
import { sections } from './sections.ts';
import { choice, shape } from './shape.ts';

export const kk: English = {
  ...shape,
  ...choice,
  ...file,
  ...calendar,
  ...hotline,
  ...letters,
  ...clocks,
  ...sections,
};
