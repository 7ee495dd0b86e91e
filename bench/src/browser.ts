// npm run bench -- browser [--mebibytes N] [--runs N]
// A file in Chromium through Satchel (staged, hashed, sent, recorded) against bare PUTs of the same
// bytes from the same browser to a sink that hashes and syncs them, in turn, in one run.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import { startBuiltServer } from '../../e2e/support/built-server.ts';
import { chromiumArguments, chromiumPath } from '../../e2e/support/chromium.ts';
import { writeSample } from '../../e2e/support/sample-files.ts';
import { sendBarePuts } from './browser/bare-puts.ts';
import { openFileList, uploadThroughApp } from './browser/satchel-upload.ts';
import { Child } from './upload/child.ts';

const { values } = parseArgs({
  options: {
    mebibytes: { type: 'string', default: '1024' },
    runs: { type: 'string', default: '5' },
  },
});
const mebibytes = Number(values.mebibytes);
const runs = Number(values.runs);

const directory = await mkdtemp(join(tmpdir(), 'satchel-bench-browser-'));
const satchel = await startBuiltServer(join(directory, 'data'));
await mkdir(join(directory, 'sink'));
const { child: sink, ready } = await Child.start<{ origin: string }>('sink.program.ts', [
  join(directory, 'sink'),
  'sync',
]);
const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: chromiumArguments(),
});

const bareSeconds: number[] = [];
const satchelSeconds: number[] = [];
try {
  for (let run = 1; run <= runs; run++) {
    const path = join(directory, `film-${run}.bin`);
    await writeSample(path, mebibytes, `${directory} ${run}`);
    bareSeconds.push(await inFreshPage(browser, (page) => timeBarePuts(page, ready.origin, path)));
    satchelSeconds.push(await inFreshPage(browser, (page) => timeSatchel(page, satchel.url, path)));
    console.error(
      `run ${run}: bare ${bareSeconds.at(-1)?.toFixed(2)} s, Satchel ${satchelSeconds.at(-1)?.toFixed(2)} s`,
    );
    await rm(path);
  }
  console.log(report());
} finally {
  await browser.close();
  await sink.stop();
  await satchel.stop();
  await rm(directory, { recursive: true, force: true });
}

type Page = Awaited<ReturnType<Browser['newPage']>>;

async function inFreshPage(
  from: Browser,
  measure: (page: Page) => Promise<number>,
): Promise<number> {
  const context = await from.newContext();
  try {
    return await measure(await context.newPage());
  } finally {
    await context.close();
  }
}

async function timeBarePuts(page: Page, url: string, path: string): Promise<number> {
  await page.goto(url);
  await page.setInputFiles('#file', path);
  return sendBarePuts(page);
}

async function timeSatchel(page: Page, url: string, path: string): Promise<number> {
  await openFileList(page, url);
  return uploadThroughApp(page, path, path.slice(path.lastIndexOf('/') + 1));
}

function report(): string {
  const bare = mebibytes / median(bareSeconds);
  const own = mebibytes / median(satchelSeconds);
  const ratio = median(bareSeconds.map((seconds, run) => seconds / (satchelSeconds[run] ?? 0)));
  return [
    `${mebibytes} MiB from a file in one browser, medians of ${runs} runs in turn:`,
    '',
    '| way | MiB/s | of bare PUTs |',
    '| --- | --- | --- |',
    `| bare PUTs to a sink that hashes and syncs | ${bare.toFixed(0)} | 1.00 |`,
    `| Satchel: staged, hashed, sent, recorded | ${own.toFixed(0)} | ${ratio.toFixed(2)} |`,
  ].join('\n');
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
