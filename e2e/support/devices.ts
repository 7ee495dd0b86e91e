import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { type Person, signIn } from './people.ts';

export interface Device {
  readonly context: BrowserContext;
  readonly page: Page;
}

/** Signs the same person in on another device. */
export async function anotherDevice(
  browser: Browser,
  person: Person,
  baseURL: string,
): Promise<Device> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await signIn(page, person);
  await untilConnected(page);
  return { context, page };
}

export async function untilConnected(page: Page): Promise<void> {
  await expect(statusOf(page)).toHaveText('Connected');
}

export const statusOf = (page: Page) => page.getByRole('banner').getByRole('status');

export const rowOf = (page: Page, name: string) =>
  page.getByRole('grid', { name: 'Files' }).getByRole('row', { name, exact: true });

/** Makes a folder as a device does whose screen nobody looks at. */
export async function makeFolder(
  { request }: { readonly request: BrowserContext['request'] },
  name: string,
  parentId: string | null = null,
): Promise<string> {
  const answer = await request.post('/api/v1/folders', { data: { name, parentId } });
  const { folder } = (await answer.json()) as { folder: { id: string } };
  return folder.id;
}
