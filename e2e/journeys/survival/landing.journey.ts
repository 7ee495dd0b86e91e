import { expect } from '@playwright/test';
import {
  anotherDevice,
  dropFilmHalf,
  firstVisit,
  transfersOf,
} from '../../support/survival/film.ts';
import { test } from '../../support/survival/journey.ts';

test('a file whose folder goes to the trash meanwhile says where it is, and leads there', async ({
  world,
}) => {
  const visit = await firstVisit(world);
  const { page } = visit;
  const device = await anotherDevice(world, visit.person);
  const made = await device.post('/api/v1/folders', { data: { name: 'Plans', parentId: null } });
  const { folder } = await made.json();
  await page.goto(`/files/${folder.id}`);
  await expect(page.getByRole('heading', { name: 'Plans' })).toBeVisible();
  const { gate, name } = await dropFilmHalf(world, visit);
  expect((await device.delete(`/api/v1/files/${folder.id}`)).status()).toBe(204);
  await device.dispose();
  gate.open();

  const notices = page.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText(`“${name}” is in My files: the folder it was to go into is`);
  await expect(transfersOf(page)).toContainText('put here because its folder is gone');
  await expect(transfersOf(page).getByText('My files')).toBeVisible();
  await transfersOf(page)
    .getByRole('button', { name: `Show in folder: ${name}` })
    .click();
  await expect(page).toHaveURL(/\/files$/);
  await expect(page.getByRole('row', { name })).toHaveAttribute('aria-selected', 'true');
});
