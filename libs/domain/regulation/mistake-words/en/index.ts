import { calendar } from './calendar.ts';
import { clocks } from './clocks.ts';
import { file } from './file.ts';
import { hotline } from './hotline.ts';
import { letters } from './letters.ts';
import { sections } from './sections.ts';
import { choice, shape } from './shape.ts';

/** Every sentence by its rule. The other languages have the same rules with the same values, or do not compile. */
export const en = { ...shape, ...choice, ...file, ...calendar, ...hotline, ...letters, ...clocks, ...sections };
export type English = typeof en;
