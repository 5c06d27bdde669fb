import { z } from 'zod';
import { checked, id, reference } from './shape-parts.ts';
import { parseDuration } from './values.ts';

const days = checked((value) => parseDuration(value)?.unit === 'ms', 'mustBeDays');

/** `help`: the articles that are shown before somebody asks, answered with, and looked through again in time. */
export const help = z.strictObject({
  clause: reference,
  /** The field in which a request carries the link to the article it extends. */
  link: id.optional(),
  reviewEvery: days.optional(),
});
