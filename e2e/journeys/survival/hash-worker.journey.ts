import { join } from 'node:path';
import { expect, type Page, type Worker } from '@playwright/test';
import { expectSameTree } from '../../support/compare.ts';
import { dropPaths } from '../../support/drop.ts';
import { test } from '../../support/journey.ts';
import { signUp } from '../../support/people.ts';
import { writeSample } from '../../support/sample-files.ts';
import { listOnServer } from '../../support/server-files.ts';

function hashWorker(page: Page): Worker {
  const [worker] = page.workers();
  if (worker === undefined) throw new Error('nothing was hashed yet');
  return worker;
}

test('a hash worker that is ended in the middle of a file is replaced, and the file arrives whole', async ({
  page,
  samples,
}) => {
  await writeSample(join(samples, 'first.bin'), 1, 'first');
  await writeSample(join(samples, 'film.bin'), 30, 'film');
  const arrived = () => listOnServer(page, null).then((nodes) => nodes.map((node) => node.name));
  await signUp(page);
  await dropPaths(page, [join(samples, 'first.bin')]);
  await expect.poll(arrived).toEqual(['first.bin']);

  const worker = hashWorker(page);
  await worker.evaluate(() => {
    const digest = crypto.subtle.digest.bind(crypto.subtle);
    let chunks = 0;
    crypto.subtle.digest = (...of) => (++chunks < 4 ? digest(...of) : new Promise(() => {}));
  });
  await dropPaths(page, [join(samples, 'film.bin')]);
  await expect(page.getByRole('region', { name: 'Transfers' })).toContainText('film.bin');
  const ended = worker.waitForEvent('close');
  await worker.evaluate(() => self.close());
  await ended;

  await expect.poll(arrived, { timeout: 60_000 }).toEqual(['film.bin', 'first.bin']);
  await expectSameTree(page, null, samples);
});
