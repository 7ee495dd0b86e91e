import { parseOptions } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';
import { createPasswords, NOBODY, POLICY } from './passwords.ts';

const passwords = createPasswords();

describe('a password', () => {
  it('AC14 is kept as argon2id, by the policy', async () => {
    const kept = await passwords.hash('correct horse battery');
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(parseOptions(kept)).toMatchObject(POLICY);
    expect(await passwords.hash('correct horse battery')).not.toBe(kept);
  });

  it('AC14 matches itself alone, however its letters were typed', async () => {
    const kept = await passwords.hash('caf\u00e9 au lait');
    expect(await passwords.matches(kept, 'cafe\u0301 au lait')).toBe(true);
    expect(await passwords.matches(kept, 'cafe au lait')).toBe(false);
    expect(await passwords.matches(kept, '')).toBe(false);
  });

  it('AC5 of an unknown e-mail costs as much to check as any other', async () => {
    const { memoryCost, timeCost, parallelism, outputLen } = parseOptions(NOBODY);
    expect({ memoryCost, timeCost, parallelism }).toEqual(POLICY);
    expect(outputLen).toBe(parseOptions(await passwords.hash('correct horse battery')).outputLen);
    expect(await passwords.matches(NOBODY, 'correct horse battery')).toBe(false);
  });
});
