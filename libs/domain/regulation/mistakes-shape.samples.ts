import type { Row } from './mistakes.samples.ts';

const phone = (to: string) => ['phone: 8 800', to] as const;
const inserted = (section: string) => ['queueOrder:', `${section}\nqueueOrder:`] as const;

/** A file that is no YAML, or is not in the format. */
export const shapeRows: Row[] = [
  ['a list where a text stands', ...phone('phone: [8, 800]'), 'phone:', null, '`phone` must be a text'],
  ['a telephone without digits', ...phone("phone: ''"), 'phone:', null, '`phone` must not be empty'],
  ['two colons in a line', ...phone('phone: tel: 8 800'), 'phone:', null, 'a colon of its own'],
  ['a value that begins with a sign', ...phone('phone: @8800'), 'phone:', null, 'a sign stands where'],
  ['a quotation mark that nothing closes', ...phone('phone: "8 800'), '', null, 'is missing here or above'],
  ['two texts in one file', ...phone('---\nphone: 8 800'), '---', null, 'this is not YAML'],
  [
    'a text where a list stands',
    '    within: 30 min',
    '    pauses: long\n    within: 30 min',
    'pauses:',
    '3',
    '`pauses` must be a list',
  ],
  ['a name in other letters', '    kind: question', '    kind: Вопрос', 'kind: Вопрос', '2', 'short name'],
  [
    'a list where words for people stand',
    'welcome: { ru: Пишите, kk: Жазыңыз }',
    'welcome: [Пишите]',
    'welcome:',
    null,
    'one text for each language',
  ],
  [
    'a number in words',
    ...inserted('attachments: { clause: 3, kinds: image, most: many, each: 1 MB }'),
    'most: many',
    '3',
    'whole number',
  ],
  ['a list where a span stands', 'within: 30 min', 'within: [30 min]', 'within: [', '3', 'or a table'],
  ['a review every now and then', ...inserted('help: { clause: 3, reviewEvery: often }'), 'often', '3', '`180 d`'],
  [
    'a fact in a shape of its own',
    'stops: work.replied',
    'stops: { work: replied }',
    'stops:',
    '3',
    'must be a fact such as',
  ],
  ['a short name with a capital', 'tenant: small', 'tenant: Small', 'tenant:', null, 'small Latin letters'],
  ['a country by its name', 'country: KZ', 'country: Kazakhstan', 'country:', null, 'country code'],
  ['a hotline without a language', 'languages: [ru, kk]', 'languages: []', 'languages', null, 'names no language'],
];
