import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/journey.ts';
import { untilKeptForOffline } from '../support/offline.ts';
import { signUp } from '../support/people.ts';
import { pickByInput, pickText } from '../support/pick.ts';

/** What a theme can change: everything else is the same in both. */
const OF_THEMES = ['color-contrast', 'link-in-text-block'];

async function expectNoViolation(page: Page): Promise<void> {
  const inLight = await violationsOf(axeOn(page));
  await page.emulateMedia({ colorScheme: 'dark' });
  const inDark = await violationsOf(axeOn(page).withRules(OF_THEMES));
  await page.emulateMedia({ colorScheme: 'light' });
  expect({ inLight, inDark }).toEqual({ inLight: [], inDark: [] });
}

/** What it calls legacy leaves out frames of other origins, of which there are none, and does without a
 *  page of its own for each look. */
function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode();
}

async function violationsOf(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

test.use({ colorScheme: 'light', reducedMotion: 'reduce' } as object);

test('the sign-in and sign-up screens have no accessibility violation in either theme', async ({
  page,
}) => {
  for (const path of ['/sign-in', '/sign-up']) {
    await page.goto(path);
    await expect(page.getByLabel('E-mail')).toBeVisible();
    await expectNoViolation(page);
  }
});

test('files, trash and settings have no accessibility violation in either theme', async ({
  page,
}) => {
  await signUp(page);
  await expectNoViolation(page);
  for (const name of ['Budget', 'Plans']) {
    await page.request.post('/api/v1/folders', { data: { name, parentId: null } });
  }
  await page.reload();
  await page.getByRole('row', { name: 'Budget' }).click();
  await expectNoViolation(page);
  await page.getByRole('button', { name: 'Details', exact: true }).focus();
  await expect(page.getByRole('tooltip')).toBeVisible();
  await expectNoViolation(page);
  await page.keyboard.press('i');
  await expect(page.getByRole('complementary', { name: 'Details' })).toBeVisible();
  await expectNoViolation(page);
  await page.keyboard.press('Shift+?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoViolation(page);
  await page.keyboard.press('Escape');
  await page.getByRole('row', { name: 'Plans' }).click();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('row', { name: 'Plans' })).toBeHidden();
  await page.goto('/trash');
  await page.getByRole('row', { name: 'Plans' }).click();
  await expectNoViolation(page);
  await page.keyboard.press('Delete');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expectNoViolation(page);
  await page.keyboard.press('Escape');
  for (const path of ['/trash', '/settings', '/waiting']) {
    await page.goto(path);
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
    await expectNoViolation(page);
  }
});

test('the transfers and what they ask have no accessibility violation in either theme', async ({
  page,
  context,
}) => {
  await pickByInput(page);
  await signUp(page);
  await untilKeptForOffline(page);
  await context.setOffline(true);
  for (const text of ['one', 'one, and then some']) await pickText(page, 'note.md', text);
  await expect(page.getByRole('dialog')).toContainText('is already on its way');
  await expectNoViolation(page);
  await page.keyboard.press('Escape');
  await page.getByText(/waiting in this browser/).click();
  await expect(page.getByText(/The browser (keeps|may delete)/)).toBeVisible();
  await expectNoViolation(page);
  await page.getByRole('button', { name: 'Account of Anna Berg' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('dialog')).toContainText('2 files are still on their way');
  await expectNoViolation(page);
});
