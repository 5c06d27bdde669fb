import type { Need, Never } from '../values.ts';

const LACKS: Readonly<Record<Need, string>> = {
  reasonToPostpone: 'співробітники не мають причини, щоб відкласти рішення',
  contract: 'тут із жодним розробником немає договору',
  reasonToDecline: 'співробітники не мають причини з пунктом, щоб відмовити у зверненні',
  remoteSessions: 'немає розділу `remoteSessions`',
  diagnosis: 'немає розділу `diagnosis`',
  disclosure: 'немає розділу `disclosure`',
  recordings: 'немає розділу `recordings`',
  attachments: 'немає розділу `attachments`',
  guests: 'немає розділу `guests`',
  documents: 'немає розділу `documents`',
  way: 'до нього ніщо не веде',
};

export const why = ({ what, id, lacks }: Never): string =>
  what === 'status'
    ? `жодне звернення тут не може перейти у стан \`${id}\`, бо ${LACKS[lacks]}`
    : `подія \`${id}\` тут не відбувається, бо ${LACKS[lacks]}`;
