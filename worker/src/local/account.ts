// Who is signed in on this browser.

import type { User } from '@satchel/shared/wire/users';
import { db } from './database.ts';
import type { AccountRow } from './rows.ts';
import { forgetTree } from './wipe.ts';

const NOBODY: AccountRow = { key: 'current', user: null, isSignedIn: false };

/** Who is, or was last, signed in here. */
export async function readAccount(): Promise<AccountRow> {
  return (await db.account.get('current')) ?? NOBODY;
}

/** Records who is signed in. Another person starts with an empty replica; uploads that waited for
 *  this person's sign-in are the queue's to free. */
export async function recordSignIn(user: User): Promise<void> {
  await db.transaction('rw', db.account, db.nodes, db.pendingDeeds, async () => {
    const account = await readAccount();
    if (account.user !== null && account.user.id !== user.id) await forgetTree();
    await db.account.put({ key: 'current', user, isSignedIn: true });
  });
}

/** Nobody is signed in any more; who it was stays known. */
export async function recordSignedOut(): Promise<void> {
  await db.transaction('rw', db.account, async () => {
    const account = await readAccount();
    if (account.isSignedIn) await db.account.put({ ...account, isSignedIn: false });
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
