// What the benches in a browser need around them: the app, a sink, files, profiles; all removed after.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Browser } from '../support/chromium/browser.ts';
import { type SatchelProcess, startSatchel } from '../support/satchel-process.ts';
import { Child } from '../upload/child.ts';

export interface Stage {
  readonly directory: string;
  readonly satchel: SatchelProcess;
  /** Of a server that hashes and syncs what it gets, and nothing else. */
  readonly sinkUrl: string;
  /** Acts in a browser of its own with an empty profile. A window without a profile would keep in
   *  memory what the app puts into its storage. */
  inBrowser<Result>(act: (browser: Browser) => Promise<Result>): Promise<Result>;
  /** Removes the bytes that the sink has taken. */
  clearSink(): Promise<void>;
}

export async function onStage(act: (stage: Stage) => Promise<void>): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'satchel-bench-'));
  const sinkDirectory = join(directory, 'sink');
  await mkdir(sinkDirectory);
  const satchel = await startSatchel(join(directory, 'data'));
  const { child: sink, ready } = await Child.start<{ origin: string }>('sink.program.ts', [
    sinkDirectory,
    'sync',
  ]);
  const stage: Stage = {
    directory,
    satchel,
    sinkUrl: ready.origin,
    inBrowser: (within) => inFreshBrowser(directory, within),
    async clearSink() {
      await rm(sinkDirectory, { recursive: true });
      await mkdir(sinkDirectory);
    },
  };
  try {
    await act(stage);
  } finally {
    await sink.stop();
    await satchel.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

async function inFreshBrowser<Result>(
  directory: string,
  act: (browser: Browser) => Promise<Result>,
): Promise<Result> {
  const profile = await mkdtemp(join(directory, 'profile-'));
  const browser = await Browser.start(profile);
  try {
    return await act(browser);
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true });
  }
}
