import { describe, expect, it } from 'vitest';
import { ApiError, networkError } from '../net/api-error.ts';
import { type Answer, sendEach } from './send-each.ts';

const IDS = Array.from({ length: 20 }, (_, n) => `n${n}`);
const facts = { status: 409, retryAfterMs: null, detail: null, fields: [] } as const;
const taken = new ApiError({ ...facts, code: 'name-taken', reaction: 'fix' });
const signedOut = new ApiError({ ...facts, code: 'unauthenticated', reaction: 'sign-in' });
const away = networkError(null);

type Call = { readonly id: string; readonly key: string };

async function sending(answer: (call: Call, sent: readonly Call[]) => ApiError | null) {
  const sent: Call[] = [];
  const answers: Answer[] = [];
  const waits: number[] = [];
  let keys = 0;
  await sendEach(IDS, {
    send: async (id, key) => {
      sent.push({ id, key });
      const error = answer({ id, key }, sent);
      if (error !== null) throw error;
      return null;
    },
    newKey: () => `key ${keys++}`,
    onAnswer: (one) => answers.push(one),
    wait: async (ms) => void waits.push(ms),
  });
  const refused = answers.filter(({ is }) => is === 'refused').map(({ id }) => id);
  return { sent, answers, refused, waits };
}

describe('a call for each', () => {
  it('is sent once, and answered once', async () => {
    const { sent, answers } = await sending(() => null);
    expect(sent.map(({ id }) => id).sort()).toEqual([...IDS].sort());
    expect(answers.map(({ id }) => id).sort()).toEqual([...IDS].sort());
  });

  it('is a few at a time', async () => {
    let under = 0;
    let most = 0;
    await sendEach(IDS, {
      send: async () => {
        under += 1;
        most = Math.max(most, under);
        await new Promise((resolve) => setImmediate(resolve));
        under -= 1;
        return null;
      },
      newKey: () => 'key',
      onAnswer: () => undefined,
      wait: async () => undefined,
    });
    expect(most).toBe(6);
  });

  it('that is refused holds up none of the others', async () => {
    const { sent, refused } = await sending(({ id }) => (id === 'n3' ? taken : null));
    expect([sent.length, refused]).toEqual([20, ['n3']]);
  });

  it('that gets no answer is sent again under its key', async () => {
    let lost = 0;
    const { sent, refused, waits } = await sending(({ id }) =>
      id === 'n9' && lost++ < 2 ? away : null,
    );
    expect(refused).toEqual([]);
    expect(new Set(sent.filter(({ id }) => id === 'n9').map(({ key }) => key)).size).toBe(1);
    expect([sent.length, waits.length]).toEqual([22, 2]);
  });

  it('is not sent once the server was not to be reached for a while', async () => {
    const { sent, refused } = await sending((_call, all) => (all.length > 6 ? away : null));
    expect(refused).toHaveLength(14);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(12);
  });

  it('of somebody who reaches nobody at all is refused without waiting', async () => {
    const { refused, waits } = await sending(() => away);
    expect([refused.length, waits]).toEqual([20, []]);
  });

  it('is not sent once nobody is signed in any more', async () => {
    const { sent, refused } = await sending(({ id }) => (id === 'n5' ? signedOut : null));
    expect(refused).toContain('n19');
    expect(sent.map(({ id }) => id)).not.toContain('n19');
  });
});
