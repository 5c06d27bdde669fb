import type { Language, Regulation, Text } from '../regulation/types.ts';

/** An agent as the proposal sees one. */
export interface Agent {
  readonly staffId: string;
  readonly name: string;
  /** Skill ids of the regulation. */
  readonly skills: readonly string[];
  readonly languages: readonly Language[];
}

export interface ProposalInput {
  readonly request: { readonly category: string; readonly language: Language };
  /** Active agents only. */
  readonly agents: readonly Agent[];
  /** Open requests by agent id; an absent agent has none. */
  readonly loads: ReadonlyMap<string, number>;
  readonly regulation: Pick<Regulation, 'categories' | 'skills' | 'languages'>;
  /** The language of the sentence; the tenant's first one by default. */
  readonly language?: Language;
}

export interface Proposal {
  readonly agentId: string;
  readonly name: string;
  readonly reason: { readonly kind: 'proposed'; readonly sentence: string; readonly clause: string | null };
}

/**
 * Whom to give the request to: those with the category's skill before others, those who speak the requester's language
 * before others, then the least loaded, then by id, so that the same facts always give the same answer.
 * Null when there are no agents at all.
 */
export function proposeAgent({ request, agents, loads, regulation, language }: ProposalInput): Proposal | null {
  const category = regulation.categories.get(request.category);
  const skill = category?.skill ?? null;
  const load = (agent: Agent): number => loads.get(agent.staffId) ?? 0;
  const lacksSkill = (agent: Agent): number => (skill === null || agent.skills.includes(skill) ? 0 : 1);
  const lacksLanguage = (agent: Agent): number => (agent.languages.includes(request.language) ? 0 : 1);
  const [best] = [...agents].sort(
    (a, b) =>
      lacksSkill(a) - lacksSkill(b) ||
      lacksLanguage(a) - lacksLanguage(b) ||
      load(a) - load(b) ||
      (a.staffId < b.staffId ? -1 : a.staffId > b.staffId ? 1 : 0),
  );
  if (best === undefined) return null;
  const first = regulation.languages[0];
  const spoken = language ?? first;
  const skillName = regulation.skills.find((each) => each.id === skill)?.name;
  const sentence = [
    skillName === undefined
      ? null
      : lacksSkill(best) === 0
        ? words[spoken].skilled(textOf(skillName, spoken))
        : words[spoken].unskilled(textOf(skillName, spoken)),
    lacksLanguage(best) === 0
      ? words[spoken].speaks(languageNames[spoken][request.language])
      : words[spoken].silent(languageNames[spoken][request.language]),
    words[spoken].load(load(best)),
  ]
    .filter((part) => part !== null)
    .join('; ');
  return {
    agentId: best.staffId,
    name: best.name,
    reason: { kind: 'proposed', sentence: `${best.name}: ${sentence}.`, clause: category?.clause ?? null },
  };
}

const textOf = (text: Text, language: Language): string => text[language] ?? Object.values(text)[0] ?? '';

interface Words {
  readonly skilled: (skill: string) => string;
  readonly unskilled: (skill: string) => string;
  readonly speaks: (language: string) => string;
  readonly silent: (language: string) => string;
  readonly load: (open: number) => string;
}

// Numbers stand after a colon: no form of a noun depends on them, in any of the languages.
const words: Readonly<Record<Language, Words>> = {
  ru: {
    skilled: (skill) => `отвечает за тему «${skill}»`,
    unskilled: (skill) => `тему «${skill}» сейчас никто не ведёт`,
    speaks: (language) => `говорит ${language}`,
    silent: (language) => `${language} сейчас никто из подходящих не говорит`,
    load: (open) => (open === 0 ? 'сейчас без обращений' : `меньше всего обращений в работе: ${open}`),
  },
  uk: {
    skilled: (skill) => `відповідає за тему «${skill}»`,
    unskilled: (skill) => `тему «${skill}» зараз ніхто не веде`,
    speaks: (language) => `розмовляє ${language}`,
    silent: (language) => `${language} зараз ніхто з відповідних не розмовляє`,
    load: (open) => (open === 0 ? 'зараз без звернень' : `найменше звернень у роботі: ${open}`),
  },
  kk: {
    skilled: (skill) => `«${skill}» тақырыбына жауап береді`,
    unskilled: (skill) => `«${skill}» тақырыбын қазір ешкім жүргізбейді`,
    speaks: (language) => `${language} сөйлейді`,
    silent: (language) => `лайықты қызметкерлердің ешқайсысы қазір ${language} сөйлемейді`,
    load: (open) => (open === 0 ? 'қазір жұмысында өтініш жоқ' : `жұмысындағы өтініштер саны ең аз: ${open}`),
  },
  en: {
    skilled: (skill) => `answers for “${skill}”`,
    unskilled: (skill) => `nobody answers for “${skill}” now`,
    speaks: (language) => `speaks ${language}`,
    silent: (language) => `nobody suitable speaks ${language} now`,
    load: (open) => (open === 0 ? 'has no open requests' : `fewest open requests: ${open}`),
  },
};

const languageNames: Readonly<Record<Language, Readonly<Record<Language, string>>>> = {
  ru: { ru: 'по-русски', uk: 'по-украински', kk: 'по-казахски', en: 'по-английски' },
  uk: { ru: 'російською', uk: 'українською', kk: 'казахською', en: 'англійською' },
  kk: { ru: 'орысша', uk: 'украинша', kk: 'қазақша', en: 'ағылшынша' },
  en: { ru: 'Russian', uk: 'Ukrainian', kk: 'Kazakh', en: 'English' },
};
