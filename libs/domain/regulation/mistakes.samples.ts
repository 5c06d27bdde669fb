/** What is spoiled, how, the line of the spoiled text that is blamed, its clause, and words of the sentence. Used by tests only. */
export type Row = [what: string, from: string, to: string, blamed: string, clause: string | null, says: string];

/** Rows that put a whole section before `queueOrder`, with one place of it spoiled. */
const spoiling =
  (section: string, clause: string | null) =>
  (what: string, from: string, to: string, blamed: string, says: string): Row => [
    what,
    'queueOrder:',
    `${section.replace(from, to)}\nqueueOrder:`,
    blamed,
    clause,
    says,
  ];

const verification = spoiling(
  `verification:
  clause: 3
  asks: { surname: { ru: Ф, kk: Т }, phrase: { ru: К, kk: К } }
  secret: phrase
  maxAttempts: 3
  lockout: 30 min
  covers: ask
  otherwise: { ru: Нет, kk: Жоқ }`,
  '3',
);
/** Callers who prove who they are (kuty 2.2). */
export const verificationRows: Row[] = [
  verification('callers verified where nobody may call', '', '', 'verification:', 'takes no calls'),
  verification('a secret that is not asked for', 'secret: phrase', 'secret: pin', 'secret: pin', 'no question `pin`'),
  verification('a caller who only has to know a secret', 'surname: { ru: Ф, kk: Т }, ', '', 'asks:', 'at least two'),
  verification('a caller without an attempt', 'Attempts: 3', 'Attempts: 0', 'maxAttempts: 0', 'without an attempt'),
  verification('a lock for ever', 'lockout: 30 min', 'lockout: none', 'lockout: none', 'plain span'),
  verification('a verified category that is not there', 'covers: ask', 'covers: tell', 'tell', 'no category `tell`'),
  verification('a verified caller on what is out of scope', '', '', 'covers: ask', 'out of scope'),
];

const conduct = spoiling(
  `conduct:
  addressees: { boss: { name: { ru: Шеф, kk: Бастық }, email: boss@example.org } }
  procedures:
    abuse:
      clause: 3
      name: { ru: Брань, kk: Балағат }
      by: caller
      steps:
        - { do: end-call, duty: must, reason: silent }
        - { do: inform, to: boss, duty: must, within: 1 h }`,
  '3',
);
/** What is done about breaches of conduct (kuty 3.1–3.4). */
export const conductRows: Row[] = [
  conduct('a step that tells nobody whom to tell', 'inform, to: boss,', 'inform,', 'do: inform', 'must say whom'),
  conduct('a step that tells somebody of nothing', 'end-call,', 'end-call, to: boss,', 'end-call, to', 'tells nobody'),
  conduct('an addressee that is not there', 'to: boss', 'to: king', 'to: king', 'no addressee `king`'),
  conduct('a closing reason that is not there', 'reason: silent', 'reason: rude', 'reason: rude', 'no reason `rude`'),
  conduct('a step due in working days', 'within: 1 h', 'within: 2 working days', 'within: 2', 'plain span'),
  conduct('a step of a kind that there is not', 'do: end-call', 'do: shout', 'do: shout', 'end-call'),
  conduct('a breach by nobody known', 'by: caller', 'by: stranger', 'by: stranger', 'caller'),
  ['a procedure without steps', 'queueOrder:', withoutSteps(), 'abuse:', '3', 'has no steps'],
];

function withoutSteps(): string {
  return [
    'conduct:',
    '  addressees: {}',
    '  procedures:',
    '    abuse: { clause: 3, name: { ru: Б, kk: Б }, by: caller, steps: [] }',
    'queueOrder:',
  ].join('\n');
}

const disclosure = spoiling(
  'disclosure: { clause: 3, to: { name: { ru: Шеф, kk: Бастық }, role: administrator } }',
  '3',
);
/** Packages of recordings and correspondence on demand (kuty 1.3). */
export const disclosureRows: Row[] = [
  disclosure('a package for a role that is none', 'administrator', 'police', 'role: police', 'administrator'),
  disclosure(
    'a package for nobody',
    ', to: { name: { ru: Шеф, kk: Бастық }, role: administrator }',
    '',
    'disclosure',
    '`to` is missing',
  ),
  disclosure('whom a package is for, without a language', ', kk: Бастық', '', 'disclosure', 'language `kk`'),
];

const complaint = spoiling(
  'complaints: { clause: 3, to: { name: { ru: Шеф, kk: Бастық }, email: boss@example.org } }',
  '3',
);
/** Complaints past the support (kuty 1.2). */
export const complaintRows: Row[] = [
  complaint('complaints to an address that is none', 'boss@example.org', 'boss at home', 'boss at home', 'e-mail'),
  complaint(
    'complaints to nobody',
    ', to: { name: { ru: Шеф, kk: Бастық }, email: boss@example.org }',
    '',
    'complaints',
    '`to` is missing',
  ),
  complaint('an addressee without a language', ', kk: Бастық', '', 'complaints', 'language `kk`'),
  [
    'complaints by a clause that is not written out',
    'queueOrder:',
    'complaints: { clause: 9, to: { name: { ru: Шеф, kk: Бастық }, email: boss@example.org } }\nqueueOrder:',
    'complaints',
    '9',
    'no clause `9`',
  ],
];

const blocking = spoiling(
  `blocking:
  clause: 3
  grounds: { rude: { name: { ru: Брань, kk: Балағат }, clause: 2 } }
  terms: [1 d, 7 d]
  appeal: { within: 10 d }`,
  '3',
);
/** Blocking of requesters (kz-portal 30-19). */
export const blockingRows: Row[] = [
  blocking(
    'a block without a ground',
    '{ rude: { name: { ru: Брань, kk: Балағат }, clause: 2 } }',
    '{}',
    'grounds: {}',
    'without a ground',
  ),
  blocking('a block without a term', '[1 d, 7 d]', '[]', 'terms: []', 'needs a term'),
  blocking('a block for hours', '1 d,', '36 h,', 'terms: [36 h', 'whole days'),
  blocking('a block in working days', '7 d', '7 working days', 'terms: [1 d, 7 w', 'whole days'),
  blocking('a block for ever', '7 d', '5000 d', 'terms: [1 d, 5000', 'more than 366 days'),
  blocking('a term twice', '7 d', '24 h', 'terms: [1 d, 24 h', 'named twice'),
  blocking('an appeal within no time', 'within: 10 d', 'within: none', 'within: none', 'whole days'),
  blocking('a block that nobody may appeal', '\n  appeal: { within: 10 d }', '', 'blocking:', '`appeal` is missing'),
  [
    'a ground by a clause that is not written out',
    'queueOrder:',
    [
      'blocking:',
      '  clause: 3',
      '  grounds: { rude: { name: { ru: Б, kk: Б }, clause: 9 } }',
      '  terms: 1 d',
      '  appeal: { within: 1 d }',
      'queueOrder:',
    ].join('\n'),
    'grounds:',
    '9',
    'no clause `9`',
  ],
];
