// What a person does in a browser that Playwright does not drive. Puppeteer's own waiting makes functions
// of text, which the app's content security policy forbids in Firefox.

import { expect } from '@playwright/test';
import type { ClickOptions, ElementHandle, Page } from 'puppeteer-core';
import type { Person } from './people.ts';

const PATIENT = { timeout: 90_000 };

export function named(role: string, name: string): string {
  return `::-p-aria([name="${name}"][role="${role}"])`;
}

/** Waits until there is such an element. */
export async function until(page: Page, selector: string): Promise<ElementHandle> {
  let found: ElementHandle | null = null;
  await expect(async () => {
    found = await page.$(selector);
    expect(found, selector).not.toBeNull();
  }).toPass(PATIENT);
  return found as unknown as ElementHandle;
}

/** Presses what has this role and name. */
export async function press(
  page: Page,
  role: string,
  name: string,
  options: ClickOptions = {},
): Promise<void> {
  await expect(async () => {
    await (await until(page, named(role, name))).click(options);
  }).toPass(PATIENT);
}

/** Writes over what is in a field. */
export async function fill(page: Page, selector: string, text: string): Promise<void> {
  await (await until(page, selector)).click();
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.type(text);
}

/** Creates an account through the screens and waits for the file list. */
export async function signUp(page: Page, address: string, person: Person): Promise<void> {
  await page.goto(`${address}/sign-up`, PATIENT);
  const fields = { Name: person.name, 'E-mail': person.email };
  for (const [name, value] of Object.entries(fields)) {
    await fill(page, named('textbox', name), value);
  }
  await fill(page, 'input[type=password]', person.password);
  await press(page, 'button', 'Create account');
  await until(page, '::-p-text(Drop files anywhere)');
}

export async function untilRow(page: Page, name: string): Promise<void> {
  await until(page, named('row', name));
}

/** Waits until these words are in that row. */
export async function untilRowSays(page: Page, name: string, words: string): Promise<void> {
  const read = () =>
    page.$$eval('[data-row-id]', (rows) => rows.map((row) => [row.ariaLabel, row.textContent]));
  await expect.poll(read, PATIENT).toContainEqual([name, expect.stringContaining(words)]);
}

/** Waits until the bar at the top says how it is in these words. */
export async function untilStatus(page: Page, words: string): Promise<void> {
  const read = () => page.$eval('header [role=status]', (status) => status.textContent);
  await expect.poll(read, PATIENT).toBe(words);
}
