import { expect, it } from 'vitest';
import { useToastStore } from '../ui/toasts/toast-store.ts';
import { doing, forgetDeeds, forgetUndoOf, sayDone, undoLast } from './undo-store.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve));

it('the last deed is taken back, once', async () => {
  const taken: string[] = [];
  sayDone('first', async () => taken.push('first'));
  sayDone('second', async () => taken.push('second'));
  expect(undoLast()).toBe(true);
  expect(undoLast()).toBe(false);
  await settled();
  expect(taken).toEqual(['second']);
});

it('only the notice of the last deed stays', () => {
  sayDone('one', async () => undefined);
  sayDone('two', async () => undefined);
  const texts = useToastStore.getState().toasts.map(({ text }) => text);
  expect(texts).toContain('two');
  expect(texts).not.toContain('one');
});

it('an undo asked for during a deed means that deed', async () => {
  const taken: string[] = [];
  sayDone('before', async () => taken.push('before'));
  let finish: () => void = () => undefined;
  const deed = doing(async () => {
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    sayDone('during', async () => taken.push('during'));
  });
  expect(undoLast()).toBe(true);
  finish();
  await deed;
  await settled();
  expect(taken).toEqual(['during']);
});

it('an undo that fails says why', async () => {
  sayDone('gone', async () => {
    throw { code: 'not-found' };
  });
  undoLast();
  await settled();
  expect(useToastStore.getState().toasts.at(-1)?.text).toBe('It is not there any more.');
});

it('an undo of what is gone for good is offered no longer', () => {
  sayDone('trashed two', async () => undefined, ['a', 'b']);
  forgetUndoOf(['c']);
  expect(useToastStore.getState().toasts.map(({ text }) => text)).toContain('trashed two');
  forgetUndoOf(['b']);
  expect(useToastStore.getState().toasts.map(({ text }) => text)).not.toContain('trashed two');
  expect(undoLast()).toBe(false);
});

it('what one person did is not offered to the next one', () => {
  sayDone('renamed “letter to the doctor”', async () => undefined);
  forgetDeeds();
  const texts = useToastStore.getState().toasts.map(({ text }) => text);
  expect(texts).not.toContain('renamed “letter to the doctor”');
  expect(undoLast()).toBe(false);
});
