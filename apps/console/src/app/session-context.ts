import { createContext, useContext } from 'react';
import type { Session } from '../api/types.ts';

export const SessionContext = createContext<Session | null>(null);

/** Dispatched on the window when a staff call was answered with 401. */
export const signedOutEvent = 'reglament:signed-out';

/** Who is signed in. Only called below the staff's layout. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('nobody is signed in: the page must be rendered inside SessionContext');
  return session;
}
