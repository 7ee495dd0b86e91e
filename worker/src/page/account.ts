// Signing in and out, and what a person changes about their account.

import type { Session, User } from '@satchel/shared/wire/users';
import { forgetAbandoned, readAbandoned } from '../local/abandoned.ts';
import { noteSessionLeft, readAccount, recordSignedOut, recordSignIn } from '../local/account.ts';
import { dropOutbox } from '../local/drop-outbox.ts';
import { freeSignedIn, removeAllUploads } from '../local/upload-queue.ts';
import { forgetTree } from '../local/wipe.ts';
import { ApiError } from '../net/api-error.ts';
import type { Credentials, PasswordChange, Registration } from '../net/auth-api.ts';
import { api, asSignedIn, newId } from './context.ts';
import { pump, rest } from './pump.ts';

export type { Credentials, PasswordChange, Registration };

export async function signIn(credentials: Credentials): Promise<User> {
  await comeIn();
  return welcome(await api.auth.login(credentials));
}

export async function signUp(registration: Registration): Promise<User> {
  await comeIn();
  return welcome(await api.auth.register(registration));
}

/** Ends the session and forgets the tree. Uploads and changes stay, bound to their person, until that
 *  person signs in again, unless they are to be cancelled. Works offline as far as this browser goes: the
 *  error is thrown after that, and the session ends once the server can be told. */
export async function signOut({ cancelsUploads = false } = {}): Promise<void> {
  const { user } = await readAccount();
  await stopSending();
  await forgetTree();
  if (cancelsUploads && user !== null) {
    await dropOutbox(user.id);
    await cancelUploadsOf(user.id);
  }
  await noteSessionLeft(true);
  await endLeftSession();
}

/** Ends the session of whoever signed out while the server could not be told. Until then its cookie opens
 *  the account to anybody at this browser. */
export async function endLeftSession(): Promise<void> {
  const { isSignedIn, isSessionLeft } = await readAccount();
  if (isSignedIn || !isSessionLeft) return;
  try {
    await api.auth.logout();
  } catch (error) {
    const isOver = error instanceof ApiError && error.reaction === 'sign-in';
    if (!isOver) throw error;
  }
  await noteSessionLeft(false);
}

/** Asks the server who is signed in and records it; null when nobody is. */
export async function refreshAccount(): Promise<User | null> {
  try {
    return await welcome(await asSignedIn(() => api.auth.me()));
  } catch (error) {
    if ((await readAccount()).isSignedIn) throw error;
    return null;
  }
}

export async function changeDisplayName(displayName: string): Promise<User> {
  return welcome(await asSignedIn(() => api.auth.rename(displayName, newId())));
}

/** Every other session of the person ends. */
export async function changePassword(change: PasswordChange): Promise<void> {
  await asSignedIn(() => api.auth.changePassword(change, newId()));
}

export async function listSessions(): Promise<Session[]> {
  return asSignedIn(() => api.auth.sessions());
}

/** Signs a device out. */
export async function endSession(id: string): Promise<void> {
  await asSignedIn(() => api.auth.endSession(id, newId()));
}

/** The server is told as long as this person can still tell it, so that what was reserved is free. */
async function cancelUploadsOf(userId: string): Promise<void> {
  await removeAllUploads(userId);
  const sessions = await readAbandoned(userId);
  const end = async (session: string) => {
    await api.uploads.cancel(session, `cancel-${session}`);
    await forgetAbandoned(session);
  };
  // One that cannot be told now is told at the next sign-in.
  await Promise.allSettled(sessions.map(end));
}

/** The cookie of a session that was left is gone once there is another: it is the last chance to end it. */
async function comeIn(): Promise<void> {
  await stopSending();
  // Where the server still cannot be reached, signing in says so.
  await endLeftSession().catch(() => undefined);
}

/** Before the cookie changes: nothing of one person's is to go on under another's. */
async function stopSending(): Promise<void> {
  const { isSignedIn } = await readAccount();
  await recordSignedOut();
  if (isSignedIn) await rest();
}

async function welcome(user: User): Promise<User> {
  await recordSignIn(user);
  await freeSignedIn(user.id);
  pump();
  return user;
}
