import { z } from 'zod';
import { checked, duration, reference } from './shape-parts.ts';
import { parseSize } from './values.ts';

/** `recordings`: audio recordings of calls are kept with the request, and how large and long one may be (kuty 1.1). */
export const recordings = z.strictObject({
  clause: reference,
  each: checked((value) => parseSize(value) !== undefined, 'mustBeSize'),
  longest: duration,
});
