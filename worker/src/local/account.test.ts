import type { User } from '@satchel/shared/wire/users';
import { beforeEach, describe, expect, it } from 'vitest';
import { aNode } from '../../test/nodes.ts';
import {
  readAccount,
  recordSessionEnded,
  recordSignedOut,
  recordSignIn,
  recordUser,
} from './account.ts';
import { applyNode } from './node-writes.ts';
import { findNode } from './nodes.ts';
import { wipe } from './wipe.ts';

beforeEach(wipe);

const user = (id: string, usedBytes = 0): User => ({
  id,
  email: `${id}@example.org`,
  displayName: id,
  personalSpaceId: 's',
  rootFolderId: 'root',
  usedBytes,
  quotaBytes: 100,
});

describe('the account', () => {
  it('is nobody at first', async () => {
    expect(await readAccount()).toEqual({ key: 'current', user: null, isSignedIn: false });
  });

  it('stays known when signed out', async () => {
    await recordSignIn(user('ada'));
    await recordSignedOut();
    expect(await readAccount()).toMatchObject({ user: { id: 'ada' }, isSignedIn: false });
  });

  it('knows until the next sign-in that it was ended elsewhere, and what went with it', async () => {
    await recordSignIn(user('ada'));
    await applyNode(aNode());
    await recordSessionEnded();
    expect(await readAccount()).toMatchObject({ isSignedIn: false, isEndedElsewhere: true });
    expect(await findNode('n1')).toBeUndefined();
    await recordSignIn(user('ada'));
    expect((await readAccount()).isEndedElsewhere).toBeUndefined();
  });

  it('takes nobody who signed out here for one that was signed out', async () => {
    await recordSignIn(user('ada'));
    await recordSignedOut();
    // The server answers that the session is over to whoever was still asking.
    await recordSessionEnded();
    expect((await readAccount()).isEndedElsewhere).toBeUndefined();
  });

  it('keeps the tree for the same person, and not for another', async () => {
    await recordSignIn(user('ada'));
    await applyNode(aNode());
    await recordSignIn(user('ada'));
    expect(await findNode('n1')).toBeDefined();
    await recordSignIn(user('bob'));
    expect(await findNode('n1')).toBeUndefined();
  });

  it('takes newer facts about the person who is signed in only', async () => {
    await recordSignIn(user('ada'));
    await recordUser(user('bob', 7));
    expect((await readAccount()).user).toMatchObject({ id: 'ada', usedBytes: 0 });
    await recordUser(user('ada', 7));
    expect((await readAccount()).user).toMatchObject({ usedBytes: 7 });
    await recordSignedOut();
    await recordUser(user('ada', 9));
    expect(await readAccount()).toMatchObject({ user: { usedBytes: 7 }, isSignedIn: false });
  });
});
