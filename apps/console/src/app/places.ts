import type { Hotline, Role } from '../api/types.ts';

interface Place {
  /** The address; everything below it belongs to it too, unless a longer entry names it. */
  readonly to: string;
  /** For whom. The services refuse everybody else by themselves; here one is told so before anything fails. */
  readonly roles: readonly Role[];
}

/** The screens of the staff in the menu's order: the first that somebody may enter is where their day begins (ovk 1.4). */
export const places = [
  { to: '/moderator', text: 'nav.moderator', roles: ['moderator'] },
  { to: '/operator', text: 'nav.operator', roles: ['operator'] },
  { to: '/agent', text: 'nav.agent', roles: ['agent', 'moderator'] },
  { to: '/manager', text: 'nav.manager', roles: ['manager', 'moderator'] },
  { to: '/manager/questions', text: 'questions.nav', roles: ['manager', 'moderator'] },
  { to: '/callers', text: 'callers.nav', roles: ['manager'] },
  { to: '/admin', text: 'nav.admin', roles: ['administrator'] },
  { to: '/documents', text: 'documents.nav', roles: ['agent', 'moderator', 'manager'] },
  { to: '/disclosures', text: 'disclosure.nav', roles: ['manager', 'administrator'] },
  { to: '/incidents', text: 'conduct.nav', roles: ['operator', 'moderator', 'agent', 'manager'] },
  { to: '/blocks', text: 'blocks.nav', roles: ['moderator', 'manager'] },
  { to: '/articles', text: 'articles.nav', roles: ['moderator', 'agent', 'manager'] },
  { to: '/mailbox', text: 'nav.mailbox', roles: ['operator', 'moderator', 'agent', 'manager', 'administrator'] },
] as const satisfies readonly (Place & { readonly text: string })[];

/** Screens below another one that are for others than that one is. */
const within: readonly Place[] = [
  // A manager comes to a single request from a figure.
  { to: '/agent/', roles: ['agent', 'moderator', 'manager'] },
  // Moderators read figures; what the hotline works by is for those who answer for it.
  { to: '/manager/regulation', roles: ['manager', 'administrator'] },
  { to: '/manager/erasures', roles: ['manager'] },
];

const isWithin = (address: string, to: string): boolean =>
  address === to || address.startsWith(to.endsWith('/') ? to : `${to}/`);

/** The menu's entry that an address belongs to: of several the one that says most. */
export const placeAt = (address: string): string | undefined =>
  places
    .map(({ to }) => to)
    .filter((to) => isWithin(address, to))
    .toSorted((a, b) => b.length - a.length)[0];

/** Whether somebody with these roles may work on the screen at this address. An address in no list is anybody's. */
export function mayEnter(address: string, roles: readonly Role[]): boolean {
  const [place] = [...within, ...places]
    .filter(({ to }) => isWithin(address, to))
    .toSorted((a, b) => b.to.length - a.to.length);
  return place === undefined || place.roles.some((role) => roles.includes(role));
}

/** The screens of somebody with these roles. */
export function placesOf(roles: readonly Role[]) {
  return places.filter((place) => place.roles.some((role) => roles.includes(role)));
}

/** What the regulation must have, or whom it must name, for the menu to offer a screen. */
const needs: Readonly<Record<string, (hotline: Offering, roles: readonly Role[]) => boolean>> = {
  '/callers': ({ verification }) => verification !== null,
  '/blocks': ({ blocking }) => blocking !== null,
  '/documents': ({ documents }) => documents !== null,
  '/disclosures': ({ disclosure }, roles) => disclosure !== null && roles.includes(disclosure.role),
};
type Offering = Pick<Hotline, 'verification' | 'blocking' | 'documents' | 'disclosure'>;

/** Those of them that the menu offers at this hotline. */
export const offered = (roles: readonly Role[], hotline: Offering) =>
  placesOf(roles).filter(({ to }) => needs[to]?.(hotline, roles) ?? true);

/** Where somebody with these roles starts after signing in. */
export const startPage = (roles: readonly Role[]) => placesOf(roles)[0]?.to ?? '/';
