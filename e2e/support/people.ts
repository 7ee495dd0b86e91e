import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export function somebody(name = 'Anna Berg'): Person {
  return { name, email: `${randomUUID()}@example.org`, password: 'a long enough password' };
}

/** Creates an account through the screens and waits for the file list. */
export async function signUp(page: Page, person: Person = somebody()): Promise<Person> {
  await page.goto('/sign-up');
  await page.getByLabel('Name', { exact: true }).fill(person.name);
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expectFiles(page);
  return person;
}

/** Signs in through the screens and waits for the file list. */
export async function signIn(page: Page, { email, password }: Person): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expectFiles(page);
}

/** The list, or what stands in its place: other words for a finger than for a mouse. */
async function expectFiles(page: Page): Promise<void> {
  const empty = page.getByText(/^(Drop files anywhere|Nothing here yet)$/);
  await expect(page.getByRole('grid', { name: 'Files' }).or(empty)).toBeVisible();
}
