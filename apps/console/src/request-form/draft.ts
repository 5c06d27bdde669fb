import type { Category, Channel, FileFacts, Hotline, Language, Submission } from '../api/types.ts';

/** What a person has typed so far. Everything is text; what is empty is not sent. */
export interface RequestDraft {
  readonly category: string;
  readonly clientCategory: string;
  readonly product: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly text: string;
  readonly fields: Readonly<Record<string, string>>;
  /** The edition whose rules of conduct are accepted. */
  readonly acceptedRules: string;
  /** Files that have arrived; they wait a day for the request. */
  readonly files: readonly FileFacts[];
  /** The key under which `sent` was sent: the same words sent again file no second request. */
  readonly key: string;
  readonly sent: string;
}

export const emptyDraft: RequestDraft = Object.freeze({
  category: '',
  clientCategory: '',
  product: '',
  name: '',
  email: '',
  phone: '',
  text: '',
  fields: {},
  acceptedRules: '',
  files: [],
  key: '',
  sent: '',
});

/** The categories that can be filed through a channel; those in scope first. */
export function categoriesFor(hotline: Hotline, channel: Channel): readonly Category[] {
  const open = hotline.categories.filter(
    (category) => category.channels.length === 0 || category.channels.includes(channel),
  );
  return [
    ...open.filter((category) => category.outOfScope === null),
    ...open.filter((category) => category.outOfScope !== null),
  ];
}

/** The body of a submission: only what belongs to the chosen category, and nothing empty. */
export function submissionOf(
  draft: RequestDraft,
  hotline: Hotline,
  entryPoint: string,
  language: Language,
): Submission {
  const category = hotline.categories.find((one) => one.id === draft.category);
  const fields: Record<string, string> = {};
  for (const field of category?.fields ?? []) {
    const value = draft.fields[field.id]?.trim() ?? '';
    if (value !== '') fields[field.id] = value;
  }
  const filled = (value: string) => value.trim();
  return {
    entryPoint,
    category: draft.category,
    ...(draft.clientCategory === '' ? {} : { clientCategory: draft.clientCategory }),
    ...(draft.product === '' ? {} : { product: draft.product }),
    language,
    requester: {
      name: filled(draft.name),
      ...(filled(draft.email) === '' ? {} : { email: filled(draft.email) }),
      ...(filled(draft.phone) === '' ? {} : { phone: filled(draft.phone) }),
    },
    text: filled(draft.text),
    fields,
    ...(hotline.attachments === null || draft.files.length === 0
      ? {}
      : { attachments: draft.files.map(({ fileId }) => fileId) }),
    ...(hotline.acceptance === null || draft.acceptedRules === '' ? {} : { acceptedRules: draft.acceptedRules }),
  };
}

/** The idempotency key for a body: kept while the words are the same, new when they changed. */
export function keyFor(draft: RequestDraft, body: string, newKey: () => string): string {
  return draft.key !== '' && draft.sent === body ? draft.key : newKey();
}
