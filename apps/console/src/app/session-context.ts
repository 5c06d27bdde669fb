import { createContext, useContext } from 'react';
import type { Role, Session } from '../api/types.ts';

export const SessionContext = createContext<Session | null>(null);

/** Dispatched on the window when a staff call was answered with 401. */
export const signedOutEvent = 'reglament:signed-out';

/** Who is signed in. Only called below the staff's layout. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('nobody is signed in: the page must be rendered inside SessionContext');
  return session;
}

/** Where a person starts after signing in: the first of their roles that has a page of its own. */
export function startPage(roles: readonly Role[]): '/moderator' | '/operator' | '/agent' | '/manager' | '/admin' {
  if (roles.includes('moderator')) return '/moderator';
  if (roles.includes('operator')) return '/operator';
  if (roles.includes('agent')) return '/agent';
  if (roles.includes('manager')) return '/manager';
  return '/admin';
}
