import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { startBuiltServer } from '../support/built-server.ts';
import { statusOf } from '../support/devices.ts';
import { dropPaths } from '../support/drop.ts';
import { test } from '../support/journey.ts';
import { stayOffline, untilKeptForOffline } from '../support/offline.ts';
import { signIn, signUp } from '../support/people.ts';
import { sha256OfFile, writeSample } from '../support/sample-files.ts';
import { listOnServer } from '../support/server-files.ts';
import { wavFile } from '../support/wav.ts';

/** A folder "Trip" on the server with a large film, a sound and a note; gives where they came from. */
async function makeTrip(page: Page, samples: string): Promise<string> {
  const trip = join(samples, 'Trip');
  await mkdir(trip);
  await writeSample(join(trip, 'film.mp4'), 9, 'trip');
  await writeFile(join(trip, 'sound.wav'), wavFile(60));
  await writeFile(join(trip, 'note.txt'), 'The key is under the mat.\n');
  await dropPaths(page, [trip]);
  await untilArrived(page, 3);
  return trip;
}

async function untilArrived(page: Page, count: number): Promise<void> {
  await expect(page.getByRole('region', { name: 'Transfers' })).toContainText(
    new RegExp(`${count} (files? )?(arrived|done|uploaded)`, 'i'),
    { timeout: 60_000 },
  );
}

async function keepOffline(page: Page, name: string): Promise<void> {
  await page.getByRole('row', { name }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Keep offline' }).click();
}

const markOf = (page: Page, name: string) =>
  page.getByRole('row', { name }).getByText('Kept offline', { exact: true });

const offline = (page: Page) => page.getByRole('status').filter({ hasText: 'Offline' });

/** The SHA-256 of what the app's own address of a file gives, in the page. */
function digestInPage(page: Page, fileId: string): Promise<string> {
  return page.evaluate(async (id) => {
    const answer = await fetch(`/api/v1/files/${id}/download`);
    const digest = await crypto.subtle.digest('SHA-256', await answer.arrayBuffer());
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }, fileId);
}

async function idsIn(page: Page, folder: string): Promise<Map<string, string>> {
  const root = await listOnServer(page, null);
  const id = root.find(({ name }) => name === folder)?.id ?? null;
  return new Map((await listOnServer(page, id)).map((node) => [node.name, node.id]));
}

test('a folder that is kept offline opens, plays and is saved without the network', async ({
  page,
  context,
  samples,
}) => {
  await signUp(page);
  const trip = await makeTrip(page, samples);
  await untilKeptForOffline(page);
  await keepOffline(page, 'Trip');
  await expect(markOf(page, 'Trip')).toBeAttached({ timeout: 30_000 });
  await page.getByRole('row', { name: 'Trip' }).dblclick();
  await expect(markOf(page, 'film.mp4')).toBeAttached();
  const ids = await idsIn(page, 'Trip');

  await context.setOffline(true);
  await page.reload();
  await stayOffline(context);
  await expect(offline(page)).toBeVisible();
  for (const name of ['film.mp4', 'sound.wav', 'note.txt']) {
    expect(await digestInPage(page, ids.get(name) ?? '')).toBe(
      await sha256OfFile(join(trip, name)),
    );
  }

  await page.getByRole('row', { name: 'film.mp4' }).click({ button: 'right' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('film.mp4');
  expect(await sha256OfFile(await download.path())).toBe(
    await sha256OfFile(join(trip, 'film.mp4')),
  );

  // A real media element, which asks for parts.
  const played = await page.evaluate(async (id) => {
    const media = document.createElement('video');
    media.src = `/api/v1/files/${id}/download?inline=1`;
    media.muted = true;
    const happens = (name: string) =>
      new Promise((resolve, reject) => {
        media.addEventListener(name, resolve, { once: true });
        media.addEventListener('error', () => reject(new Error(media.error?.message)));
      });
    await happens('loadedmetadata');
    const seeked = happens('seeked');
    media.currentTime = 47;
    await seeked;
    return { duration: media.duration, at: media.currentTime };
  }, ids.get('sound.wav'));
  expect(played).toEqual({ duration: 60, at: 47 });
});

test('parts of what is kept are answered as the server answers them', async ({
  page,
  context,
  samples,
}) => {
  await signUp(page);
  await makeTrip(page, samples);
  await untilKeptForOffline(page);
  const id = (await idsIn(page, 'Trip')).get('film.mp4') ?? '';
  const ask = (headers: Record<string, string>, query = '') =>
    page.evaluate(
      async ([address, asked]) => {
        const answer = await fetch(address, { headers: asked, cache: 'no-store' });
        const bytes = new Uint8Array(await answer.arrayBuffer());
        const kept = Object.fromEntries(answer.headers);
        delete kept.date;
        for (const name of ['connection', 'keep-alive', 'vary', 'x-request-id']) delete kept[name];
        const isBody = answer.ok;
        return {
          status: answer.status,
          headers: isBody ? kept : {},
          bytes: isBody ? [...bytes.slice(0, 9), bytes.length] : [],
        };
      },
      [`/api/v1/files/${id}/download${query}`, headers] as const,
    );
  const requests: [Record<string, string>, string?][] = [
    [{}],
    [{}, '?inline=1'],
    [{ Range: 'bytes=4194300-4194310' }],
    [{ Range: 'bytes=-5' }],
    [{ Range: 'bytes=99999999-' }],
    [{ Range: 'bytes=0-4', 'If-Range': '"other"' }],
  ];
  const answers = async () => {
    const given = [];
    for (const request of requests) given.push(await ask(...request));
    return given;
  };
  await page.evaluate(() => navigator.serviceWorker.getRegistration());
  const fromServer = await answers();
  await keepOffline(page, 'Trip');
  await expect(markOf(page, 'Trip')).toBeAttached({ timeout: 30_000 });
  await context.setOffline(true);
  expect(await answers()).toEqual(fromServer);
});

test('what is not kept offline is said to need the network', async ({ page, context, samples }) => {
  await signUp(page);
  await writeSample(join(samples, 'large.bin'), 1, 'not kept');
  await dropPaths(page, [join(samples, 'large.bin')]);
  await untilArrived(page, 1);
  await untilKeptForOffline(page);
  await context.setOffline(true);
  await expect(offline(page)).toBeVisible();
  await page.getByRole('row', { name: 'large.bin' }).dblclick();
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText(
    '“large.bin” is not kept offline.',
  );
});

test('what is not kept offline is said to need the server while that is away', async ({
  browser,
  samples,
}) => {
  const directory = await mkdtemp(join(tmpdir(), 'satchel-away-'));
  const server = await startBuiltServer(directory);
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  await signUp(page);
  await writeSample(join(samples, 'far.bin'), 1, 'far away');
  await dropPaths(page, [join(samples, 'far.bin')]);
  await untilArrived(page, 1);
  await untilKeptForOffline(page);
  await server.stop();
  await expect(statusOf(page)).toHaveText('Reconnecting…');
  await page.getByRole('row', { name: 'far.bin' }).dblclick();
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText(
    '“far.bin” is not kept offline. The server cannot be reached.',
  );
  await context.close();
  await rm(directory, { recursive: true, force: true });
});

test('a file that was opened lately opens again without the network', async ({
  page,
  context,
  samples,
}) => {
  await signUp(page);
  await untilKeptForOffline(page);
  await page.reload();
  const path = join(samples, 'lately.bin');
  await writeSample(path, 5, 'lately');
  await expect(page.getByText('Drop files anywhere')).toBeVisible();
  await dropPaths(page, [path]);
  await untilArrived(page, 1);
  const row = page.getByRole('row', { name: 'lately.bin' });
  const save = async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), row.dblclick()]);
    return sha256OfFile(await download.path());
  };
  expect(await save()).toBe(await sha256OfFile(path));
  await page.goto('/settings');
  await expect(page.getByText('5.2 MB · 1 file')).toBeVisible();
  await page.goto('/files');
  await context.setOffline(true);
  await expect(offline(page)).toBeVisible();
  expect(await save()).toBe(await sha256OfFile(path));
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Clear what was opened lately' }).click();
  await expect(page.getByText('5.2 MB · 1 file')).toBeHidden();
});

test('a new version replaces the kept one, unpinning frees its room, signing out wipes', async ({
  page,
  context,
  browser,
  samples,
}) => {
  const person = await signUp(page);
  const trip = await makeTrip(page, samples);
  await untilKeptForOffline(page);
  await keepOffline(page, 'Trip');
  await expect(markOf(page, 'Trip')).toBeAttached({ timeout: 30_000 });
  const noteId = (await idsIn(page, 'Trip')).get('note.txt') ?? '';
  await page.getByRole('row', { name: 'Trip' }).dblclick();
  await expect(page.getByRole('row', { name: 'note.txt' })).toBeVisible();
  await context.setOffline(true);
  await expect(offline(page)).toBeVisible();

  const other = await browser.newContext();
  const second = await other.newPage();
  await signIn(second, person);
  await second.getByRole('row', { name: 'Trip' }).dblclick();
  await writeFile(join(trip, 'note.txt'), 'The key is with the neighbour.\n');
  await expect(second.getByRole('row', { name: 'note.txt' })).toBeVisible();
  await dropPaths(second, [join(trip, 'note.txt')]);
  await second.getByRole('button', { name: /New version/ }).click();
  const versionOf = async () =>
    (await listOnServer(second, (await listOnServer(second, null))[0]?.id ?? null)).find(
      ({ id }) => id === noteId,
    )?.version;
  await expect.poll(versionOf).toBe(2);
  await other.close();

  await context.setOffline(false);
  const present = await sha256OfFile(join(trip, 'note.txt'));
  await expect(async () => {
    await context.setOffline(true);
    const digest = await digestInPage(page, noteId);
    await context.setOffline(false);
    expect(digest).toBe(present);
  }).toPass({ timeout: 60_000 });

  await page.goto('/offline');
  await expect(page.getByRole('listitem', { name: 'Trip' })).toContainText('Kept offline');
  await page.getByRole('button', { name: 'Stop keeping Trip offline' }).click();
  await expect(page.getByText('Nothing is kept on this device yet')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('listitem', { name: 'Trip' })).toContainText('Kept offline');
  await page.getByRole('button', { name: 'Stop keeping Trip offline' }).click();
  await expect.poll(() => rowsOf(page, 'keptChunks'), { timeout: 60_000 }).toBe(0);
  await page.keyboard.press('Control+z');
  await expect.poll(() => rowsOf(page, 'keptChunks'), { timeout: 30_000 }).toBeGreaterThan(0);
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByLabel('E-mail')).toBeVisible();
  expect(await rowsOf(page, 'keptChunks')).toBe(0);
  expect(await rowsOf(page, 'pins')).toBe(0);
});

function rowsOf(page: Page, table: string): Promise<number> {
  return page.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('satchel');
        opening.onsuccess = () => {
          const counting = opening.result.transaction(name).objectStore(name).count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
        opening.onerror = () => reject(opening.error);
      }),
    table,
  );
}
