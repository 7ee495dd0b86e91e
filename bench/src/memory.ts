// npm run bench -- memory [--mebibytes N]
// What an upload of a large file takes of this machine's memory, looked at once a second, and whether
// what arrived is what was sent.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sha256OfFile, writeSample } from '../../e2e/support/sample-files.ts';
import { onStage } from './browser/stage.ts';
import { openFileList, untilListed, untilSafeToClose } from './support/app.ts';
import { Person } from './support/person.ts';
import { markdownTable, median } from './support/report.ts';
import { residentTree } from './support/resident-tree.ts';

const { values } = parseArgs({ options: { mebibytes: { type: 'string', default: '4096' } } });
const mebibytes = Number(values.mebibytes);

type Sample = Awaited<ReturnType<typeof residentTree>>;

/** Looks at once, and then every second until `done`. */
async function sampleUntil(done: Promise<unknown>, pid: number): Promise<Sample[]> {
  const samples = [await residentTree(pid)];
  let isDone = false;
  const ended = done.finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await Promise.race([ended, new Promise((later) => setTimeout(later, 1000))]);
    samples.push(await residentTree(pid));
  }
  await ended;
  return samples;
}

function report(samples: readonly Sample[]): string {
  const row = (name: string, of: keyof Sample) => {
    const all = samples.map((sample) => sample[of]);
    return [
      name,
      ...[all[0] ?? Number.NaN, median(all), Math.max(...all)].map((m) => m.toFixed(0)),
    ];
  };
  return markdownTable(
    ['MiB of', 'at the start', 'median', 'highest'],
    [
      row('the page, the hash worker and the service worker', 'pages'),
      row('the browser itself', 'browser'),
    ],
  );
}

await onStage(async ({ directory, satchel, inBrowser }) => {
  const path = join(directory, 'film.bin');
  await writeSample(path, mebibytes, path);
  const samples = await inBrowser(async (browser) => {
    const who = await Person.signUp(satchel.url);
    const page = await openFileList(browser, satchel.url, who);
    const begun = performance.now();
    const seconds = () => ((performance.now() - begun) / 1000).toFixed(0);
    const arrives = page.drop([path]).then(() => untilListed(who, 'film.bin'));
    untilSafeToClose(page).then(
      () => console.error(`safe to close after ${seconds()} s`),
      () => {},
    );
    const all = await sampleUntil(arrives, browser.pid);
    console.error(`${mebibytes} MiB in ${seconds()} s`);
    const isSame = (await who.sha256Of(await arrives)) === (await sha256OfFile(path));
    if (!isSame) throw new Error('other bytes arrived than were sent');
    console.error('the SHA-256 of the download is that of the file');
    return all;
  });
  await rm(path);
  console.log(report(samples));
});
