import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../../../test/wire.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

describe('accounts', () => {
  it('AC1 signing up makes an account', async () => {
    const anna = await world.signUp('Anna');
    const me = await anna.get('/auth/me');
    expect(me.status).toBe(200);
    expect(me.body).toEqual({ user: anna.user });
  });
});
