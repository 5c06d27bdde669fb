import type { Language } from '../types.ts';
import { type English, en } from './en/index.ts';
import { type ShapeRule, shape } from './en/shape.ts';
import { kk } from './kk/index.ts';
import { ru } from './ru/index.ts';
import { uk } from './uk/index.ts';

/** A rule that a regulation can break. */
export type Rule = keyof English;
/** What a rule's sentence is told of: nothing, or its values by name. */
export type ValuesOf = { readonly [R in Rule]: Parameters<English[R]> };
/** A broken rule with its values: what a sentence in any language is made of. Made by `said`, which holds the two together. */
export interface Saying<R extends Rule = Rule> {
  readonly rule: R;
  readonly values: ValuesOf[R];
}

type Words = { readonly [R in Rule]: (...values: ValuesOf[R]) => string };
const WORDS: Readonly<Record<Language, Words>> = { ru, uk, kk, en };

/** Every rule by its name. */
export const RULES = Object.keys(en) as readonly Rule[];
/** Those that the shapes name. */
export const SHAPE_RULES = Object.keys(shape) as readonly ShapeRule[];

/** A broken rule; its values are those that its English sentence asks for. */
export const said = <R extends Rule>(rule: R, ...values: ValuesOf[R]): Saying<R> => ({ rule, values });

/** A broken rule as a sentence. */
export const inWords = <R extends Rule>({ rule, values }: Saying<R>, language: Language): string =>
  WORDS[language][rule](...values);
