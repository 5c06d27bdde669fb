import type { Need, Never } from '../values.ts';

const LACKS: Readonly<Record<Need, string>> = {
  reasonToPostpone: 'у сотрудников нет причины, чтобы отложить решение',
  contract: 'здесь ни с одним разработчиком нет договора',
  reasonToDecline: 'у сотрудников нет причины с пунктом, чтобы отказать в обращении',
  remoteSessions: 'нет раздела `remoteSessions`',
  diagnosis: 'нет раздела `diagnosis`',
  disclosure: 'нет раздела `disclosure`',
  recordings: 'нет раздела `recordings`',
  attachments: 'нет раздела `attachments`',
  guests: 'нет раздела `guests`',
  documents: 'нет раздела `documents`',
  way: 'к нему ничто не ведёт',
};

export const why = ({ what, id, lacks }: Never): string =>
  what === 'status'
    ? `ни одно обращение здесь не может перейти в состояние \`${id}\`, потому что ${LACKS[lacks]}`
    : `событие \`${id}\` здесь не происходит, потому что ${LACKS[lacks]}`;
