import type { Language } from '../regulation/types.ts';

/** Why an edit of question groups cannot be made. */
export const editRefusals = {
  'unknown-group': {
    ru: 'Такой группы вопросов нет.',
    uk: 'Такої групи питань немає.',
    kk: 'Мұндай сұрақтар тобы жоқ.',
    en: 'There is no such group of questions.',
  },
  'unknown-edit': {
    ru: 'Такого изменения нет.',
    uk: 'Такої зміни немає.',
    kk: 'Мұндай өзгеріс жоқ.',
    en: 'There is no such change.',
  },
  'nothing-changes': {
    ru: 'Так уже и есть: менять нечего.',
    uk: 'Так уже і є: змінювати нічого.',
    kk: 'Қазірдің өзінде солай: өзгертетін ештеңе жоқ.',
    en: 'That is how it is already: there is nothing to change.',
  },
  'same-group': {
    ru: 'Это одна и та же группа.',
    uk: 'Це одна й та сама група.',
    kk: 'Бұл — бір топ.',
    en: 'This is one and the same group.',
  },
  'nothing-to-split': {
    ru: 'Отметьте часть обращений этой группы: не все и хотя бы одно.',
    uk: 'Позначте частину звернень цієї групи: не всі й хоча б одне.',
    kk: 'Осы топтағы өтініштердің бір бөлігін белгілеңіз: кемінде біреуін, бірақ бәрін емес.',
    en: 'Tick some of the requests of this group: at least one, and not all of them.',
  },
  'already-undone': {
    ru: 'Это изменение уже отменено.',
    uk: 'Цю зміну вже скасовано.',
    kk: 'Бұл өзгеріс қайтарылып қойған.',
    en: 'This change was taken back already.',
  },
  'edited-since': {
    ru: 'Группу с тех пор меняли ещё раз: сначала отмените более позднее изменение.',
    uk: 'Групу відтоді змінювали ще раз: спершу скасуйте пізнішу зміну.',
    kk: 'Топ содан кейін тағы өзгертілген: алдымен кейінгі өзгерісті қайтарыңыз.',
    en: 'The group was changed again since: take the later change back first.',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;
export type EditRefusal = keyof typeof editRefusals;
