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
  await expect(
    page.getByRole('grid', { name: 'Files' }).or(page.getByText('Drop files anywhere')),
  ).toBeVisible();
  return person;
}

/** Signs in through the screens and waits for the file list. */
export async function signIn(page: Page, { email, password }: Person): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(
    page.getByRole('grid', { name: 'Files' }).or(page.getByText('Drop files anywhere')),
  ).toBeVisible();
}
