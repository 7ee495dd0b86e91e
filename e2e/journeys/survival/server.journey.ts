import { expect } from '@playwright/test';
import {
  dropFilm,
  dropFilmHalf,
  expectArrived,
  firstVisit,
  transfersOf,
} from '../../support/survival/film.ts';
import { test } from '../../support/survival/journey.ts';

test('the server is killed in the middle of a chunk: it goes on when it is back', async ({
  world,
}) => {
  const { gate, ...film } = await dropFilmHalf(world, await firstVisit(world));
  await world.server.kill9();
  gate.open();
  await expect(transfersOf(film.page)).toContainText('Waiting for the server');
  await world.server.startAgain();
  await expectArrived(world, film);
});

test('the server is killed when it has every chunk: no chunk is sent again', async ({ world }) => {
  const gate = world.proxy.hold('arrived', ({ deed }) => deed === 'complete');
  const film = await dropFilm(world, await firstVisit(world));
  await gate.reached();
  await world.server.kill9();
  gate.open();
  await expect(transfersOf(film.page)).toContainText('Waiting for the server');
  await world.server.startAgain();
  await expectArrived(world, film);
  expect(world.proxy.ledger.resent()).toEqual([]);
});

test('the server is killed when the file is made and nobody knows: there is one version', async ({
  world,
}) => {
  const gate = world.proxy.hold('answered', ({ deed }) => deed === 'complete');
  const film = await dropFilm(world, await firstVisit(world));
  await gate.reached();
  await world.server.kill9();
  gate.cut();
  await expect(transfersOf(film.page)).toContainText('Waiting for the server');
  world.proxy.disarm();
  await world.server.startAgain();
  await expect(transfersOf(film.page)).toContainText('1 file arrived');
  await expectArrived(world, film);
  expect(world.proxy.ledger.resent()).toEqual([]);
});

test('PostgreSQL is killed in the middle of a chunk: it goes on by itself', async ({ world }) => {
  const { gate, ...film } = await dropFilmHalf(world, await firstVisit(world));
  await world.server.killPostgres();
  gate.open();
  await expectArrived(world, film);
});
