import type { Need, Never } from '../values.ts';

const LACKS: Readonly<Record<Need, string>> = {
  reasonToPostpone: 'staff have no reason to postpone one by',
  contract: 'no vendor here has a contract',
  reasonToDecline: 'staff have no reason with a clause to decline one by',
  remoteSessions: 'there are no `remoteSessions`',
  diagnosis: 'there is no `diagnosis`',
  disclosure: 'there is no `disclosure`',
  recordings: 'no `recordings` are kept',
  attachments: 'no `attachments` are taken',
  guests: 'there are no `guests`',
  documents: 'there are no `documents`',
  way: 'nothing leads there',
};

/** Half a sentence, said after a colon. */
export const why = ({ what, id, lacks }: Never): string =>
  what === 'status'
    ? `no request here can ever be \`${id}\`, since ${LACKS[lacks]}`
    : `\`${id}\` never happens here, since ${LACKS[lacks]}`;
