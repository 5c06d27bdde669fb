import { z } from 'zod';
import type { Outside } from './placing.ts';

export interface EmbeddingSettings {
  /** Where texts are sent; empty: nowhere, the built-in way is used. */
  readonly url: string;
  /** Sent as `Authorization: Bearer …` where it is not empty. */
  readonly token: string;
  /** The cosine from which two questions ask the same, where the service does not say. */
  readonly alike: number;
  /** Milliseconds for one batch. */
  readonly timeoutMs: number;
}

/** Texts in one request. */
const BATCH = 256;
/** Different texts of a month that are sent at all; with more the built-in way is used, which is made for them. */
const MOST_TEXTS = 20_000;
const LONGEST_VECTOR = 4_096;

const Answer = z.object({
  vectors: z.array(z.array(z.number()).min(1).max(LONGEST_VECTOR)),
  /** Names the vectors on the managers' page. */
  model: z.string().max(100).optional(),
  alike: z.number().min(0).max(1).optional(),
});

export type Embedded =
  | ({ readonly kind: 'vectors'; readonly model: string } & Outside)
  /** The built-in way takes over; the reason is shown to managers. */
  | { readonly kind: 'fallback'; readonly reason: 'embedding-away' | 'too-many-texts'; readonly detail: string }
  | { readonly kind: 'built-in' };

/**
 * Asks an outside service for the vectors of texts whose personal data is masked: `POST {"texts": [...]}` is answered by
 * `{"vectors": [[...], ...], "model"?, "alike"?}`, one vector for each text in the order given. Whatever goes wrong is told and never thrown.
 */
export async function embed(texts: readonly string[], settings: EmbeddingSettings): Promise<Embedded> {
  if (settings.url === '') return { kind: 'built-in' };
  const different = [...new Set(texts)];
  if (different.length > MOST_TEXTS)
    return { kind: 'fallback', reason: 'too-many-texts', detail: `${different.length} texts, ${MOST_TEXTS} at most` };
  const vectors = new Map<string, readonly number[]>();
  let model = 'outside vectors';
  let { alike } = settings;
  try {
    for (let from = 0; from < different.length; from += BATCH) {
      const batch = different.slice(from, from + BATCH);
      const answer = await ask(batch, settings);
      if (answer.vectors.length !== batch.length)
        throw new Error(`${batch.length} texts were answered by ${answer.vectors.length} vectors`);
      for (const [at, vector] of answer.vectors.entries()) vectors.set(batch[at] ?? '', vector);
      model = answer.model ?? model;
      alike = answer.alike ?? alike;
    }
    const sizes = new Set([...vectors.values()].map(({ length }) => length));
    if (sizes.size > 1) throw new Error(`the vectors are of ${[...sizes].join(' and ')} numbers`);
    return { kind: 'vectors', vectors, model, alike };
  } catch (error) {
    return { kind: 'fallback', reason: 'embedding-away', detail: (error as Error).message.slice(0, 300) };
  }
}

async function ask(texts: readonly string[], settings: EmbeddingSettings): Promise<z.infer<typeof Answer>> {
  const response = await fetch(settings.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(settings.token === '' ? {} : { authorization: `Bearer ${settings.token}` }),
    },
    body: JSON.stringify({ texts }),
    redirect: 'error',
    signal: AbortSignal.timeout(settings.timeoutMs),
  });
  if (!response.ok) throw new Error(`the service answered ${response.status}`);
  return Answer.parse(await response.json());
}
