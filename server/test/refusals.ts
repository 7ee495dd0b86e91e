import type { ErrorCode } from '@satchel/shared/errors';
import { expect } from 'vitest';
import { Refusal } from '../src/lib/refuse.ts';

/** Expects `deed` to be refused with this code; gives the refusal. */
export async function expectRefusal(deed: Promise<unknown>, code: ErrorCode): Promise<Refusal> {
  const thrown = await deed.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(Refusal);
  expect((thrown as Refusal).code).toBe(code);
  return thrown as Refusal;
}
