// npm run screenshot: makes docs/screenshot.png from the running app, with files on their way.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { startBuiltServer } from './support/built-server.ts';
import { chromiumArguments, chromiumPath } from './support/chromium.ts';
import { dropPaths } from './support/drop.ts';
import { signUp } from './support/people.ts';
import { writeSample } from './support/sample-files.ts';

const FOLDERS = ['Budget', 'Holiday 2026', 'House', 'Recipes'];
const FILES = [
  { name: 'Contract.pdf', mimeType: 'application/pdf', bytes: 482_113 },
  { name: 'Garden plan.svg', mimeType: 'image/svg+xml', bytes: 23_870 },
  { name: 'Letter to the council.md', mimeType: 'text/markdown', bytes: 5_204 },
  { name: 'Photo 2.jpg', mimeType: 'image/jpeg', bytes: 2_911_040 },
  { name: 'Photo 10.jpg', mimeType: 'image/jpeg', bytes: 3_120_551 },
];

const directory = await mkdtemp(join(tmpdir(), 'satchel-screenshot-'));
const server = await startBuiltServer(join(directory, 'data'));
const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: chromiumArguments(),
});
try {
  const page = await browser.newPage({
    baseURL: server.url,
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
  });
  await signUp(page);
  await furnish(page);
  const film = join(directory, 'Summer film.mp4');
  await writeSample(film, 900, 'screenshot');
  await dropPaths(page, [film]);
  await page
    .getByRole('region', { name: 'Transfers' })
    .getByText(/Uploading [\d.]+ /)
    .first()
    .waitFor();
  await page.getByText('Safe to close this tab').waitFor();
  await page.screenshot({ path: new URL('../docs/screenshot.png', import.meta.url).pathname });
} finally {
  await browser.close();
  await server.stop();
  await rm(directory, { recursive: true, force: true });
}

async function furnish(page: Page): Promise<void> {
  for (const name of FOLDERS) {
    await page.request.post('/api/v1/folders', { data: { name, parentId: null } });
  }
  for (const file of FILES) await uploadSmallFile(page, file);
  await page.reload();
  await page.getByRole('row', { name: 'Budget' }).waitFor();
}

async function uploadSmallFile(page: Page, file: (typeof FILES)[number]): Promise<void> {
  const body = Buffer.alloc(file.bytes, file.name);
  const init = await page.request.post('/api/v1/upload/init', {
    data: { filename: file.name, size: file.bytes, folderId: null, mimeType: file.mimeType },
  });
  const { uploadId } = (await init.json()) as { uploadId: string };
  const hash = Buffer.from(await crypto.subtle.digest('SHA-256', body)).toString('hex');
  await page.request.put(`/api/v1/upload/${uploadId}/chunk/0`, {
    headers: { 'content-type': 'application/octet-stream', 'x-chunk-hash': hash },
    data: body,
  });
  await page.request.post(`/api/v1/upload/${uploadId}/complete`);
}
