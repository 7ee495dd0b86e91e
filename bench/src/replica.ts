// npm run bench -- replica [--nodes N] [--changes N] [--runs N]
// The whole tree in a real browser: how fast it comes, how fast a large folder is painted, how fast
// something is found, and how soon a change is on another screen; each against what the browser's own
// database takes for the same rows.
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { type BareTimes, timeBareRows } from './replica/bare-rows.ts';
import { onDevice, untilWhole } from './replica/device.ts';
import { timeChanges } from './replica/live.ts';
import { timeOpening, timeScrolling, timeSearches } from './replica/screen.ts';
import { type Member, registerMember, timeSignIn } from './replica/sign-in.ts';
import { markdownTable, median, quantile } from './support/report.ts';
import { seedAccounts } from './sync/accounts.ts';
import { seedNodes } from './sync/seed-nodes.ts';
import { inWorld, type World } from './sync/world.ts';

const { values } = parseArgs({
  options: {
    nodes: { type: 'string', default: '100000' },
    changes: { type: 'string', default: '200' },
    runs: { type: 'string', default: '3' },
  },
});

const LARGE_FOLDER = 10_000;
const OPENINGS = 3;
/** How long somebody looks at a page before they search it. */
const LOOKED_AT_MS = 6000;
const TEXTS = ['h', 'picture 1', '17', 'folder a', 'jpeg', 'nothing at all', 'picture 199', '5'];

interface Run extends BareTimes {
  readonly signInListMs: number;
  readonly signInWholeMs: number;
  readonly wholeMs: number;
  readonly openingsMs: readonly number[];
  /** Of somebody who has looked at the page for a while, and points at nothing before. */
  readonly laterOpeningsMs: readonly number[];
  readonly pointedMs: readonly number[];
  /** The first letter, typed before the page is quiet. */
  readonly hastyMs: number;
  readonly firstSearchMs: number;
  readonly searchesMs: readonly number[];
  readonly framesMs: readonly number[];
}

async function measure({ satchel }: World, account: Member, folderId: string): Promise<Run> {
  const signedIn = await timeSignIn(satchel.url, account);
  return onDevice(satchel.url, account, async (browser) => {
    const page = await browser.open(`${satchel.url}/files`);
    const wholeMs = await untilWhole(page);
    const openingsMs: number[] = [];
    const pointedMs: number[] = [];
    const laterOpeningsMs: number[] = [];
    for (let n = 0; n < OPENINGS; n++) {
      // As on a later visit: nothing of the tree is in the page yet.
      await page.go(`${satchel.url}/files`);
      openingsMs.push(await timeOpening(page, folderId, false));
      await page.go(`${satchel.url}/files`);
      pointedMs.push(await timeOpening(page, folderId, true));
      await page.go(`${satchel.url}/files`);
      await lookedAt();
      laterOpeningsMs.push(await timeOpening(page, folderId, false));
    }
    await page.go(`${satchel.url}/files`);
    const [hastyMs = Number.NaN] = await timeSearches(page, TEXTS.slice(0, 1));
    await page.go(`${satchel.url}/files`);
    await lookedAt();
    const [firstSearchMs = Number.NaN, ...searchesMs] = await timeSearches(page, TEXTS);
    await page.go(`${satchel.url}/files/${folderId}`);
    await page.until(() => document.querySelectorAll('[data-row-id]').length > 10, undefined);
    const framesMs = await timeScrolling(page);
    const bare = await timeBareRows(page, folderId);
    return {
      ...bare,
      signInListMs: signedIn.listMs,
      signInWholeMs: signedIn.wholeMs,
      wholeMs,
      openingsMs,
      laterOpeningsMs,
      pointedMs,
      hastyMs,
      firstSearchMs,
      searchesMs,
      framesMs,
    };
  });
}

function lookedAt(): Promise<void> {
  return new Promise((later) => setTimeout(later, LOOKED_AT_MS));
}

function report(runs: readonly Run[], live: readonly number[]): string {
  const ms = (pick: (run: Run) => number) => median(runs.map(pick));
  const ratio = (ours: (run: Run) => number, bare: (run: Run) => number) =>
    median(runs.map((run) => ours(run) / bare(run))).toFixed(2);
  const all = (pick: (run: Run) => readonly number[], q: number) => quantile(runs.flatMap(pick), q);
  const row = (what: string, took: number, bare = '–', part = '–') => [
    what,
    took.toFixed(0),
    bare,
    part,
  ];
  const catchUp = (since: string, pick: (run: Run) => number) =>
    row(
      `${since}, ${values.nodes} nodes fetched and written`,
      ms(pick),
      `${ms((run) => run.writeMs).toFixed(0)} (writing alone)`,
      ratio(pick, (run) => run.writeMs),
    );
  return markdownTable(
    ['what', 'ms', 'bare IndexedDB, ms', 'ratio'],
    [
      row(
        'first sign-in: button pressed to first folder painted',
        ms((run) => run.signInListMs),
      ),
      catchUp('first sign-in: button pressed', (run) => run.signInWholeMs),
      catchUp('first visit, signed in already: page loaded', (run) => run.wholeMs),
      row(
        `folder of ${LARGE_FOLDER} opened at once: click to painted, p50`,
        all((run) => run.openingsMs, 0.5),
        `${ms((run) => run.readFolderMs).toFixed(0)} (getAll)`,
        ratio(
          (run) => median(run.openingsMs),
          (run) => run.readFolderMs,
        ),
      ),
      row(
        `folder of ${LARGE_FOLDER} opened once pointed at: click to painted, p50`,
        all((run) => run.pointedMs, 0.5),
      ),
      row(
        `folder of ${LARGE_FOLDER} opened ${LOOKED_AT_MS / 1000} s later: click to painted, p50`,
        all((run) => run.laterOpeningsMs, 0.5),
      ),
      row(
        'first letter of a search as soon as the page shows: names read and found',
        ms((run) => run.hastyMs),
        `${ms((run) => run.readAllMs).toFixed(0)} (getAll of all)`,
      ),
      row(
        `first letter of a search ${LOOKED_AT_MS / 1000} s later: key to painted`,
        ms((run) => run.firstSearchMs),
      ),
      row(
        'each letter after that: key to painted, p50',
        all((run) => run.searchesMs, 0.5),
      ),
      row(
        'each letter after that, highest',
        all((run) => run.searchesMs, 1),
      ),
      row(
        `frame while the folder of ${LARGE_FOLDER} scrolls, p50`,
        all((run) => run.framesMs, 0.5),
      ),
      row(
        'frame while it scrolls, p99',
        all((run) => run.framesMs, 0.99),
      ),
      row(`change in one browser to painted in another, p50 of ${live.length}`, median(live)),
      row('change in one browser to painted in another, p99', quantile(live, 0.99)),
    ],
  );
}

await inWorld(async (world) => {
  const large = await registerMember(world.satchel.url);
  const [small] = await seedAccounts(world.db, 1);
  if (small === undefined) throw new Error('nobody is there');
  await seedNodes(world.db, large, Number(values.nodes) - LARGE_FOLDER);
  const [folderId = ''] = await seedNodes(world.db, large, LARGE_FOLDER, LARGE_FOLDER - 1);
  // Above all others in the list, and so on the screen.
  await world.db.query("update nodes set name = 'A', name_key = 'a' where id = $1", [folderId]);
  const runs: Run[] = [];
  for (let run = 0; run < Number(values.runs); run++) {
    runs.push(await measure(world, large, folderId));
    console.error(JSON.stringify(runs.at(-1), (key, value) => (key === 'framesMs' ? [] : value)));
  }
  const live = await timeChanges(world.satchel.url, small, Number(values.changes));
  console.log(
    `\n${report(runs, live)}\n\nLoad of the machine at the end: ${loadavg()[0]?.toFixed(1)}.`,
  );
});
