import type * as english from '../en/clocks.ts';
import { coded, list } from '../values.ts';
import { why } from './never.ts';

export const clocks: typeof english.clocks = {
  neverStops: () => 'Этот срок никогда не остановится: `stops` пуст.',
  outlivesRequest: ({ facts }) =>
    `Этот срок никогда не остановится после ${coded(facts)}: назовите это в \`stops\` или \`cancels\`.`,
  stopsAndCancels: ({ fact }) => `\`${fact}\` и останавливает, и отменяет этот срок.`,
  pauseWithoutEnd: ({ fact }) => `Пауза, которую начинает \`${fact}\`, никогда не кончится.`,
  nothingToPromise: () => 'Длительность этого срока не задана, поэтому обещать обратившемуся нечего.',
  nothingToWarnOf: () => 'Длительность этого срока не задана, поэтому предупреждать не о чем.',
  neverExpires: () => 'Длительность этого срока не задана, поэтому он никогда не истечёт.',
  ofNoRequest: ({ clock }) => `Срока \`${clock}\` не может быть ни у одного обращения.`,
  twoClocks: ({ category, one, other }) =>
    `Два срока на один случай: у обращения \`${category}\` были бы и \`${one}\`, и \`${other}\`.`,
  twoClocksOfClient: ({ category, client, one, other }) =>
    `Два срока на один случай: у обращения \`${category}\` от клиента категории \`${client}\` были бы и \`${one}\`, и \`${other}\`.`,
  holeInTable: ({ client, kinds }) => `В таблице нет срока для \`${client}\`: ${list(kinds)}.`,
  tableWithApplies: () => 'В таблице сроков уже сказано, для каких она клиентов и видов обращений.',
  warningsOutOfOrder: () => 'Предупреждения должны стоять по возрастанию, каждое один раз.',
  workingDaysElapsed: () => 'Рабочие дни считают по рабочему времени: укажите `time: working`.',
  namesNoMoment: ({ fact, known }) =>
    `Событие \`${fact}\` не называет момента, в который мог бы истечь срок; его называют: ${list(known)}.`,
  startsOnOther: ({ fact }) =>
    `Срок, конец которого задаёт \`${fact}\`, должен начинаться с \`${fact}\` и ни с чего другого.`,
  momentCannotPause: () =>
    'Срок, который истекает в назначенный человеком момент, нельзя приостановить: вместо этого назначают новый момент.',
  escalateToWhom: () => '`escalate`: укажите в `to`, кому сообщить: `moderator`, `manager` или `administrator`.',
  remindWhom: () => '`remind`: укажите в `to`, кому напомнить: `agent` или `moderator`.',
  forWhichReason: ({ action }) => `\`${action}\`: укажите причину в \`reason\`.`,
  resumesOther: () =>
    '`resume` возвращает в работу то, что отложено: такое действие бывает только у срока с `within: set by work.postponed`.',
  postponedForEver: () =>
    'Обращения можно отложить до назначенного момента, но ни один срок не возвращает их в работу: нужен срок с `within: set by work.postponed` и с `resume` по истечении.',
  neverStarts: ({ never }) => `Этот срок никогда не начнётся: ${why(never)}.`,
  neverKept: ({ never }) => `Этот срок никогда не будет соблюдён: ${why(never)}.`,
  pauseNeverBegins: ({ never }) => `Эта пауза никогда не начнётся: ${why(never)}.`,
  pauseNeverEnds: ({ fact, never }) => `Пауза, которую начинает \`${fact}\`, никогда не кончится: ${why(never)}.`,
  noFact: ({ fact, known }) => `События \`${fact}\` нет. События: ${list(known)}.`,
  factWithVersion: ({ fact, plain }) => `События \`${fact}\` нет. Напишите без версии: \`${plain}\`.`,
  nothingToCompare: ({ fact, key }) => `У события \`${fact}\` нет \`${key}\`: сравнивать в нём нечего.`,
  noneSuchToCompare: ({ fact, key, known }) =>
    `У события \`${fact}\` нет \`${key}\` для сравнения; есть: ${list(known)}.`,
  neverSuchValue: ({ fact, key, value, values }) =>
    `\`${key}\` события \`${fact}\` не бывает \`${value}\`; возможные значения: ${list(values)}.`,
};
