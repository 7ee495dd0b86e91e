import { expect } from '@playwright/test';
import {
  anotherDevice,
  dropFilmHalf,
  expectArrived,
  firstVisit,
} from '../../support/survival/film.ts';
import { test } from '../../support/survival/journey.ts';
import { readQueue } from '../../support/survival/queue.ts';

test('a session that is ended elsewhere asks to sign in, burns no tries, and goes on after that', async ({
  world,
}) => {
  const { gate, ...film } = await dropFilmHalf(world, await firstVisit(world));
  const { page, person } = film;
  const device = await anotherDevice(world, person);
  const { items } = await (await device.get('/api/v1/auth/sessions')).json();
  for (const { id, current } of items) {
    if (!current) await device.delete(`/api/v1/auth/sessions/${id}`);
  }
  await device.dispose();
  gate.open();

  await expect(page.getByText('1 upload goes on when you sign in')).toBeVisible();
  await expect
    .poll(() => readQueue(page))
    .toMatchObject([{ state: 'blocked', blockedBy: 'sign-in', attempts: 0 }]);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expectArrived(world, film);
});
