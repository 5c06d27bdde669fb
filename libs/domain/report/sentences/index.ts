import type { Language } from '../../regulation/types.ts';
import { en } from './en.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';
import type { Sentences } from './texts.ts';
import { uk } from './uk.ts';

export const sentencesIn: Readonly<Record<Language, Sentences>> = { ru, uk, kk, en };
