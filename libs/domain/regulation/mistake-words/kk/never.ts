import type { Need, Never } from '../values.ts';

const LACKS: Readonly<Record<Need, string>> = {
  reasonToPostpone: 'қызметкерлерде шешімді кейінге қалдыруға негіз болатын себеп жоқ',
  contract: 'мұнда бірде-бір әзірлеушімен шарт жоқ',
  reasonToDecline: 'қызметкерлерде өтініштен бас тартуға негіз болатын, тармағы бар себеп жоқ',
  remoteSessions: '`remoteSessions` бөлімі жоқ',
  diagnosis: '`diagnosis` бөлімі жоқ',
  disclosure: '`disclosure` бөлімі жоқ',
  recordings: '`recordings` бөлімі жоқ',
  attachments: '`attachments` бөлімі жоқ',
  guests: '`guests` бөлімі жоқ',
  documents: '`documents` бөлімі жоқ',
  way: 'оған ештеңе апармайды',
};

export const why = ({ what, id, lacks }: Never): string =>
  what === 'status'
    ? `мұнда бірде-бір өтініш \`${id}\` күйіне өте алмайды, себебі ${LACKS[lacks]}`
    : `\`${id}\` оқиғасы мұнда болмайды, себебі ${LACKS[lacks]}`;
