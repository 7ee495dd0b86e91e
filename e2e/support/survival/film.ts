// A file on its way through a world in which everything fails, and how it is when it has arrived.

import { join } from 'node:path';
import { type APIRequestContext, expect, type Page, request } from '@playwright/test';
import { dropPaths } from '../drop.ts';
import { type Person, signUp } from '../people.ts';
import { takeChoosers } from '../pick.ts';
import { sha256OfFile, writeSample } from '../sample-files.ts';
import { hashesOnServer, listOnServer } from '../server-files.ts';
import type { Call } from './call.ts';
import { expectSparing } from './expect-sparing.ts';
import type { Gate } from './faults.ts';
import type { World } from './journey.ts';

const MEBIBYTES = 32;
const CHUNK_MEBIBYTES = 4;
const FIRST_HELD = 3;

export interface Visit {
  readonly page: Page;
  readonly person: Person;
}

export interface Film extends Visit {
  readonly name: string;
  readonly sha256: string;
  readonly chunks: number;
}

/** Somebody opens Satchel in this browser for the first time and signs up. */
export async function firstVisit({ browser }: World): Promise<Visit> {
  const page = await browser.openTab();
  takeChoosers(page);
  return { page, person: await signUp(page) };
}

/** The same, some days later: the browser was closed in between, so it has written down its cookies,
 *  which it does every half a minute and no sooner. */
export async function returnVisit(world: World): Promise<Visit> {
  const { person } = await firstVisit(world);
  await world.browser.quit();
  await world.browser.startAgain();
  const page = await world.browser.openTab();
  await expect(page.getByText('Drop files anywhere')).toBeVisible();
  return { page, person };
}

/** Drops a film on the page; nothing is waited for. */
export async function dropFilm(
  world: World,
  { page, person }: Visit,
  mebibytes = MEBIBYTES,
): Promise<Film> {
  const name = 'film.mp4';
  const path = join(world.samples, name);
  await writeSample(path, mebibytes, person.email);
  await page.bringToFront();
  await dropPaths(page, [path]);
  const chunks = mebibytes / CHUNK_MEBIBYTES;
  return { page, person, name, chunks, sha256: await sha256OfFile(path) };
}

/** The same, until the film is in the middle: its first chunks have arrived, at least one more is
 *  half sent and stands at the gate, and the tab may be closed. */
export async function dropFilmHalf(
  world: World,
  visit: Visit,
  mebibytes = MEBIBYTES,
): Promise<Film & { gate: Gate }> {
  const gate = world.proxy.hold('half-sent', isLaterChunk);
  const film = await dropFilm(world, visit, mebibytes);
  await gate.reached();
  await expect.poll(() => world.proxy.ledger.acknowledged()).toHaveLength(FIRST_HELD);
  await expect(transfersOf(film.page)).toContainText('Safe to close this tab');
  return { ...film, gate };
}

export function isLaterChunk({ deed, index }: Pick<Call, 'deed' | 'index'>): boolean {
  return deed === 'chunk' && index >= FIRST_HELD;
}

export function transfersOf(page: Page) {
  return page.getByRole('region', { name: 'Transfers' });
}

/** The film is on the server, once and whole, and no chunk was sent without need. */
export async function expectArrived(world: World, film: Film): Promise<void> {
  const device = await anotherDevice(world, film.person);
  const caller = { request: device };
  await expect(async () => {
    expect(await listOnServer(caller, null)).toMatchObject([{ name: film.name, version: 1 }]);
  }).toPass({ timeout: 60_000 });
  expect(await hashesOnServer(caller, null)).toEqual(new Map([[film.name, film.sha256]]));
  await device.dispose();
  expect(world.proxy.ledger.acknowledged()).toHaveLength(film.chunks);
  expectSparing(world.proxy.ledger);
}

/** Signed in as the person, past the faulty line. */
export async function anotherDevice(
  world: Pick<World, 'server'>,
  person: Person,
): Promise<APIRequestContext> {
  const device = await request.newContext({ baseURL: world.server.url });
  const { email, password } = person;
  await expect(async () => {
    const answer = await device.post('/api/v1/auth/login', { data: { email, password } });
    expect(answer.status()).toBe(200);
  }).toPass();
  return device;
}
