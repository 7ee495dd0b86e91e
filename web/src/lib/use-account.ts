import type { User } from '@satchel/shared/wire/users';
import { readAccount } from '@satchel/worker/local/account';
import { useLiveQuery } from 'dexie-react-hooks';
import { createContext, useContext } from 'react';

export type Account =
  | { readonly is: 'unknown' }
  | {
      readonly is: 'nobody';
      readonly lastUser: User | null;
      /** They have not signed out here. */
      readonly isEndedElsewhere: boolean;
    }
  | { readonly is: 'person'; readonly user: User };

const UNKNOWN: Account = { is: 'unknown' };

/** Who is signed in on this browser, as its own database says; so it is known offline too. */
export function useAccount(): Account {
  const row = useLiveQuery(readAccount);
  if (row === undefined) return UNKNOWN;
  if (!row.isSignedIn || row.user === null) {
    const { user: lastUser, isEndedElsewhere = false } = row;
    return { is: 'nobody', lastUser, isEndedElsewhere };
  }
  return { is: 'person', user: row.user };
}

export const UserContext = createContext<User | null>(null);

/** The person signed in, for what lies inside the frame. */
export function useUser(): User {
  const user = useContext(UserContext);
  if (user === null) throw new Error('nobody is signed in here');
  return user;
}
