import {
  MAX_DISPLAY_NAME_CHARACTERS,
  MAX_PASSWORD_CHARACTERS,
  MIN_PASSWORD_CHARACTERS,
} from '@satchel/shared/limits';
import { displayNameSchema, emailSchema, newPasswordSchema } from '@satchel/shared/wire/users';
import * as v from 'valibot';

/** What is wrong with what was typed, in words; undefined where nothing is. */
export function emailFault(email: string): string | undefined {
  if (email.trim() === '') return 'Enter your e-mail address.';
  return v.is(emailSchema, email)
    ? undefined
    : 'This is no e-mail address. They look like anna@example.org.';
}

export function displayNameFault(name: string): string | undefined {
  if (name.trim() === '') return 'Enter your name.';
  return v.is(displayNameSchema, name)
    ? undefined
    : `Use at most ${MAX_DISPLAY_NAME_CHARACTERS} characters, all of them printable.`;
}

export function newPasswordFault(password: string): string | undefined {
  if (password === '') return 'Choose a password.';
  if (password.length < MIN_PASSWORD_CHARACTERS) {
    return `Use at least ${MIN_PASSWORD_CHARACTERS} characters.`;
  }
  return v.is(newPasswordSchema, password)
    ? undefined
    : `Use at most ${MAX_PASSWORD_CHARACTERS} characters.`;
}

export function givenPasswordFault(password: string): string | undefined {
  return password === '' ? 'Enter your password.' : undefined;
}

/** Only the faults, by field. */
export function faultsOf<Field extends string>(
  checked: Readonly<Record<Field, string | undefined>>,
): Partial<Record<Field, string>> {
  const faults = Object.entries(checked).filter(([, words]) => words !== undefined);
  return Object.fromEntries(faults) as Partial<Record<Field, string>>;
}
