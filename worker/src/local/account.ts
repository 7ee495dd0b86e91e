// Who is signed in on this browser.

import type { User } from '@satchel/shared/wire/users';
import { liveQuery } from 'dexie';
import { db } from './database.ts';
import type { AccountRow } from './rows.ts';
import { raiseShadows } from './shadows.ts';
import { forgetTree, treeTables } from './wipe.ts';

const NOBODY: AccountRow = { key: 'current', user: null, isSignedIn: false };

/** Who is, or was last, signed in here. */
export async function readAccount(): Promise<AccountRow> {
  return (await db.account.get('current')) ?? NOBODY;
}

/** Tells the id of who is signed in, null for nobody, at once and whenever it is written. */
export function watchSignedIn(onUserId: (userId: string | null) => void): void {
  liveQuery(readAccount).subscribe({
    next: ({ user, isSignedIn }) => onUserId(isSignedIn ? (user?.id ?? null) : null),
    error: console.error,
  });
}

/** The id of who is signed in; null when nobody is. */
export async function findSignedIn(): Promise<string | null> {
  const { user, isSignedIn } = await readAccount();
  return isSignedIn ? (user?.id ?? null) : null;
}

/** Records who is signed in. Another person starts with an empty replica; uploads that waited for
 *  this person's sign-in are the queue's to free. */
export async function recordSignIn(user: User): Promise<void> {
  await db.transaction('rw', [db.account, ...treeTables], async () => {
    const account = await readAccount();
    if (account.user !== null && account.user.id !== user.id) await forgetTree();
    await db.account.put({ key: 'current', user, isSignedIn: true });
    if (!account.isSignedIn || account.user?.id !== user.id) await raiseShadows(user.id);
  });
}

/** Its person has signed out here: the tree is forgotten; who it was stays known. */
export async function recordSignedOut(): Promise<void> {
  await endSignIn({});
}

/** The server knows the session no more: the same, and whoever looks is told that it was not done here. */
export async function recordSessionEnded(): Promise<void> {
  await endSignIn({ isEndedElsewhere: true });
}

/** Of several who find out the first is right. */
async function endSignIn(how: Pick<AccountRow, 'isEndedElsewhere'>): Promise<void> {
  await db.transaction('rw', [db.account, ...treeTables], async () => {
    const account = await readAccount();
    if (!account.isSignedIn) return;
    await db.account.put({ ...account, ...how, isSignedIn: false });
    await forgetTree();
  });
}

/** Notes that the server is still to be told of a signing out, or that it was. */
export async function noteSessionLeft(isSessionLeft: boolean): Promise<void> {
  await db.transaction('rw', db.account, async () => {
    const account = await readAccount();
    if (!account.isSignedIn) await db.account.put({ ...account, isSessionLeft });
  });
}

/** Newer facts about the person who is signed in; those about anybody else are left out. */
export async function recordUser(user: User): Promise<void> {
  await db.transaction('rw', db.account, async () => {
    const account = await readAccount();
    if (account.isSignedIn && account.user?.id === user.id)
      await db.account.put({ ...account, user });
  });
}
