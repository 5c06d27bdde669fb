import type { FieldError } from '../api/client.ts';
import type { Category } from '../api/types.ts';
import type { RequestDraft } from './draft.ts';

/** What the form can say itself before anything is sent. The service has the last word. */
export interface Mistake {
  readonly field: string;
  readonly rule: 'required' | 'contact' | 'email' | 'too-long' | 'rules';
  readonly limit?: number;
}

const email = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
export const textLimit = 8000;

/** The mistakes of a draft, in the order of the form; `acceptedRules` is the edition whose rules must be accepted. */
export function check(
  draft: RequestDraft,
  category: Category | undefined,
  asks: { clientCategory: boolean; acceptedRules?: string | null },
): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  const required = (field: string, value: string) => {
    if (value.trim() === '') mistakes.push({ field, rule: 'required' });
  };
  required('category', draft.category);
  if (asks.clientCategory) required('clientCategory', draft.clientCategory);
  for (const field of category?.fields ?? []) {
    const value = draft.fields[field.id] ?? '';
    if (field.required) required(`fields.${field.id}`, value);
    if (value.length > field.maxLength)
      mistakes.push({ field: `fields.${field.id}`, rule: 'too-long', limit: field.maxLength });
    if (field.type === 'email' && value !== '' && !email.test(value.trim()))
      mistakes.push({ field: `fields.${field.id}`, rule: 'email' });
  }
  required('text', draft.text);
  if (draft.text.length > textLimit) mistakes.push({ field: 'text', rule: 'too-long', limit: textLimit });
  required('requester.name', draft.name);
  if (draft.email.trim() !== '' && !email.test(draft.email.trim()))
    mistakes.push({ field: 'requester.email', rule: 'email' });
  if (draft.email.trim() === '' && draft.phone.trim() === '')
    mistakes.push({ field: 'requester.email', rule: 'contact' });
  if (asks.acceptedRules && draft.acceptedRules !== asks.acceptedRules)
    mistakes.push({ field: 'acceptedRules', rule: 'rules' });
  return mistakes;
}

/** The service names fields by their path in the body; anything else belongs to the form as a whole. */
export function fieldOf(error: FieldError): string {
  const field = error.field.replace(/^\/?(body[./])?/, '').replaceAll('/', '.');
  // One of the files: shown with all of them.
  return field.replace(/^attachments\.\d+$/, 'attachments');
}
