import { check, fieldOf } from './check.ts';
import { emptyDraft, keyFor } from './draft.ts';

const filled = {
  ...emptyDraft,
  category: 'reference',
  text: 'Not printing',
  name: 'A. Person',
  phone: '+7 495 000-00-00',
};
const plain = {
  id: 'reference',
  name: {},
  kind: 'reference',
  clause: '2.7',
  channels: ['web' as const],
  urgent: false,
  outOfScope: null,
  fields: [],
};
const withSteps = {
  ...plain,
  fields: [
    { id: 'steps', name: {}, required: true, type: 'long-text' as const, choices: [], maxLength: 10, clause: '12' },
  ],
};
const rules = (mistakes: readonly { field: string; rule: string }[]) =>
  mistakes.map((one) => `${one.field}: ${one.rule}`);

describe('the form before anything is sent', () => {
  test('a filled form has no mistake', () => {
    expect(check(filled, plain, { clientCategory: false })).toEqual([]);
  });

  test('an empty form names every field in the order of the page', () => {
    expect(rules(check(emptyDraft, undefined, { clientCategory: true }))).toEqual([
      'category: required',
      'clientCategory: required',
      'text: required',
      'requester.name: required',
      'requester.email: contact',
    ]);
  });

  test('edoc 12: what a category needs is asked for, and not more than fits', () => {
    expect(rules(check(filled, withSteps, { clientCategory: false }))).toEqual(['fields.steps: required']);
    expect(rules(check({ ...filled, fields: { steps: '12345678901' } }, withSteps, { clientCategory: false }))).toEqual(
      ['fields.steps: too-long'],
    );
  });

  test('kz-portal 30-17: the rules are accepted in the edition that is shown', () => {
    const asks = { clientCategory: false, acceptedRules: '2026-11' };
    expect(rules(check(filled, plain, asks))).toEqual(['acceptedRules: rules']);
    expect(rules(check({ ...filled, acceptedRules: '2019-01' }, plain, asks))).toEqual(['acceptedRules: rules']);
    expect(check({ ...filled, acceptedRules: '2026-11' }, plain, asks)).toEqual([]);
  });

  test('an address that cannot be written to is pointed out', () => {
    expect(rules(check({ ...filled, email: 'nobody@nowhere' }, plain, { clientCategory: false }))).toEqual([
      'requester.email: email',
    ]);
  });

  test('the service’s names of fields lead to the same places', () => {
    expect(fieldOf({ field: 'body.requester.email', rule: 'email', message: '' })).toBe('requester.email');
    expect(fieldOf({ field: '/requester/email', rule: 'email', message: '' })).toBe('requester.email');
    expect(fieldOf({ field: 'text', rule: 'max', message: '' })).toBe('text');
  });
});

describe('pressing "send" again', () => {
  const next = () => 'new-key';
  test('the same words keep their key, so that one request is filed', () => {
    expect(keyFor({ ...filled, key: 'first', sent: 'body' }, 'body', next)).toBe('first');
  });
  test('other words are another request', () => {
    expect(keyFor({ ...filled, key: 'first', sent: 'body' }, 'other body', next)).toBe('new-key');
    expect(keyFor(filled, 'body', next)).toBe('new-key');
  });
});
