import { describe, expect, it } from 'vitest';
import {
  displayNameFault,
  emailFault,
  faultsOf,
  givenPasswordFault,
  newPasswordFault,
} from './account-fields.ts';

describe('the fields of an account', () => {
  it('an empty field asks for what belongs in it', () => {
    expect(emailFault('  ')).toBe('Enter your e-mail address.');
    expect(displayNameFault(' ')).toBe('Enter your name.');
    expect(newPasswordFault('')).toBe('Choose a password.');
    expect(givenPasswordFault('')).toBe('Enter your password.');
  });

  it('what the server would take has no fault', () => {
    expect(emailFault(' Anna@Example.org ')).toBeUndefined();
    expect(displayNameFault('Åsa Öst')).toBeUndefined();
    expect(newPasswordFault('12345678')).toBeUndefined();
    expect(givenPasswordFault('x')).toBeUndefined();
  });

  it('a fault says what to do', () => {
    expect(emailFault('anna')).toContain('anna@example.org');
    expect(newPasswordFault('1234567')).toBe('Use at least 8 characters.');
    expect(newPasswordFault('x'.repeat(1025))).toBe('Use at most 1024 characters.');
    expect(displayNameFault('x'.repeat(101))).toContain('100');
    expect(displayNameFault('a\u0007b')).toContain('printable');
  });

  it('only faults are kept', () => {
    expect(faultsOf({ email: undefined, password: 'Too short.' })).toEqual({
      password: 'Too short.',
    });
  });
});
