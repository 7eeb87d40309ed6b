import { useSyncExternalStore } from 'react';
import { session, type Role } from './session';

export function useSession() {
  const user = useSyncExternalStore(session.subscribe, () => session.current);
  return {
    user,
    has: (...roles: Role[]) => roles.some((role) => user?.roles.includes(role) === true),
    signIn: () => session.signIn(),
    signInAgain: () => session.signInAgain(),
    signOut: () => session.signOut(),
  };
}
