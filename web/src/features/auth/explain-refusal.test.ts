import { describe, expect, it } from 'vitest';
import { explainRefusal } from './explain-refusal.ts';

describe('why the way in stayed shut', () => {
  it('a wrong password and an unknown e-mail are told alike', () => {
    expect(explainRefusal({ code: 'bad-credentials' }).words).toMatch(/E-mail or password/);
  });

  it('a taken e-mail is said at its field', () => {
    const { words, fields } = explainRefusal({ code: 'email-taken' });
    expect(words).toBeNull();
    expect(fields.email).toMatch(/already has an account/);
  });

  it('a closed server says whom to ask', () => {
    expect(explainRefusal({ code: 'signup-closed' }).words).toMatch(/no new accounts.*Ask/);
  });

  it('a failure without a code still gets words', () => {
    expect(explainRefusal(new Error('boom')).words).not.toBe('');
    expect(explainRefusal(new Error('boom')).words).not.toMatch(/boom/);
  });
});
