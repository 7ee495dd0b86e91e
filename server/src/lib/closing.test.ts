import { expect, it } from 'vitest';
import { Closing } from './closing.ts';

it('closes in the opposite order', async () => {
  const closed: string[] = [];
  const closing = new Closing();
  for (const name of ['database', 'server']) closing.add(async () => void closed.push(name));
  await closing.close();
  expect(closed).toEqual(['server', 'database']);
});

it('closes the rest when one fails, and tells the first failure', async () => {
  const closed: string[] = [];
  const closing = new Closing();
  closing.add(async () => void closed.push('first'));
  closing.add(() => Promise.reject(new Error('will not')));
  await expect(closing.close()).rejects.toThrow('will not');
  expect(closed).toEqual(['first']);
});

it('closes nothing twice', async () => {
  let times = 0;
  const closing = new Closing();
  closing.add(async () => {
    times += 1;
  });
  await closing.close();
  await closing.close();
  expect(times).toBe(1);
});
