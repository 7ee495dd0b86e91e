import { expect, type Page } from '@playwright/test';
import { anotherDevice, makeFolder, rowOf, untilConnected } from '../support/devices.ts';
import { test } from '../support/journey.ts';
import { stayOffline, untilKeptForOffline } from '../support/offline.ts';
import { type Person, signUp } from '../support/people.ts';

test('a session that ended elsewhere asks to sign in, and leads back to where one was', async ({
  page,
}) => {
  const person = await signUp(page);
  await page.keyboard.press('n');
  await page.getByRole('dialog').getByRole('textbox').fill('Plans');
  await page.keyboard.press('Enter');
  await page.getByRole('row', { name: 'Plans' }).dblclick();
  await expect(page).toHaveURL(/\/files\/[0-9a-f-]{36}$/);
  const folder = page.url();

  await page.request.post('/api/v1/auth/logout');
  await page.reload();
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await expect(page.getByText('This browser was signed out')).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(folder);
});

test('a person changes their name and password, and other devices are signed out', async ({
  page,
  playwright,
  baseURL,
}) => {
  const person = await signUp(page);
  const userAgent =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1';
  const phone = await playwright.request.newContext({ baseURL: baseURL ?? '', userAgent });
  await phone.post('/api/v1/auth/login', {
    data: { email: person.email, password: person.password },
  });

  await page.goto('/settings');
  await expect(page.getByText('Safari on iPhone')).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill('Anna Bergström');
  await page.getByRole('button', { name: 'Change name' }).click();
  await expect(page.getByRole('button', { name: 'Account of Anna Bergström' })).toBeVisible();

  await page.getByLabel('Current password').fill('not the password');
  await page.getByLabel('New password').fill('another long password');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('This is not your current password.')).toBeVisible();
  await page.getByLabel('Current password').fill(person.password);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('Password changed', { exact: false }).last()).toBeVisible();
  await expect.poll(async () => (await phone.get('/api/v1/auth/me')).status()).toBe(401);
  await phone.dispose();
});

test('a device that is signed out from another one says so, once', async ({
  page,
  browser,
  app,
}) => {
  const person = await signUp(page);
  const other = await anotherDevice(browser, person, app.url);
  await page.goto('/settings');
  await page.getByRole('button', { name: /^Sign out .+ on / }).click();
  const words = other.page.getByText('This browser was signed out: from another device');
  await expect(words).toBeVisible();
  await expect(other.page).toHaveURL(/\/sign-in$/);
  await signInHere(other.page, person);
  await other.page.getByRole('button', { name: `Account of ${person.name}` }).click();
  await other.page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(other.page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await expect(words).toHaveCount(0);
  await other.context.close();
});

test('nothing on the page tells of whoever signed out', async ({ page }) => {
  const person = await signUp(page);
  await makeFolder(page, 'Letter to the doctor');
  await rowOf(page, 'Letter to the doctor').click();
  await page.keyboard.press('Delete');
  await expect(page.getByText('Moved “Letter to the doctor” to the trash').first()).toBeVisible();
  await page.getByRole('button', { name: 'Account of Anna Berg' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await expect(page.getByText('doctor')).toHaveCount(0);
  await expect(page.getByText('This browser was signed out')).toHaveCount(0);
  // Nor is it taken back by whoever comes next.
  await signInHere(page, person);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByText('Drop files anywhere')).toBeVisible();
});

/** Without loading the page anew. */
async function signInHere(page: Page, { email, password }: Person): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await untilConnected(page);
}

test('who signs out without the network is signed out on the server once it is back', async ({
  page,
  context,
}) => {
  await signUp(page);
  await untilKeptForOffline(page);
  await untilConnected(page);
  const cookies = await context.cookies();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Account of Anna Berg' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  const notices = page.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText('The server is told as soon as');
  await context.setOffline(false);
  // The cookie goes with the session; whoever kept a copy of it has no use for it either.
  await expect.poll(async () => (await context.cookies()).length).toBe(0);
  await context.addCookies(cookies);
  expect((await context.request.get('/api/v1/auth/me')).status()).toBe(401);
});

test('without the network the app opens, and says that it is offline', async ({
  page,
  context,
}) => {
  await signUp(page);
  await page.keyboard.press('n');
  await page.getByRole('dialog').getByRole('textbox').fill('Plans');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: 'Plans' })).toBeVisible();
  await untilKeptForOffline(page);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('row', { name: 'Plans' })).toBeVisible();
  await stayOffline(context);
  await expect(page.getByRole('status')).toHaveText('Offline, changes are kept');
  await page.goto('/');
  await expect(page.getByRole('row', { name: 'Plans' })).toBeVisible();
  await stayOffline(context);
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByText('The devices show once the server can be reached.')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole('status')).toHaveText('Connected');
  await expect(page.getByText('This browser', { exact: true })).toBeVisible();
});

test('what the server alone can do with an account waits for the network, and says so', async ({
  page,
  browser,
  context,
  app,
}) => {
  const person = await signUp(page);
  const other = await anotherDevice(browser, person, app.url);
  await page.getByRole('link', { name: 'Settings' }).click();
  const deeds = [
    { button: 'Change name', words: 'Changing your name needs the network' },
    { button: 'Change password', words: 'Changing the password needs the network' },
    { button: /^Sign out .+ on /, words: 'Signing out a device needs the network' },
  ];
  const buttonOf = (name: string | RegExp) => page.getByRole('button', { name });
  await expect(buttonOf(/^Sign out .+ on /)).toBeVisible();
  await context.setOffline(true);
  const notices = page.getByRole('region', { name: 'Notices' });
  for (const { button, words } of deeds) {
    await expect(buttonOf(button)).toHaveAttribute('aria-disabled', 'true');
    await buttonOf(button).click({ force: true });
    await expect(notices.getByText(words)).toBeVisible();
  }
  await context.setOffline(false);
  for (const { button } of deeds)
    await expect(buttonOf(button)).not.toHaveAttribute('aria-disabled', 'true');
  await other.context.close();
});

test('a theme that was chosen is there before anything is drawn', async ({ page }) => {
  await signUp(page);
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await page.reload({ waitUntil: 'commit' });
  await page.waitForFunction(() => document.body !== null);
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
});
