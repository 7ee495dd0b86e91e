import { expect, it } from 'vitest';
import { aFolder, aNode } from '../../test/nodes.ts';
import { ADA } from '../../test/people.ts';
import { recordSignIn } from './account.ts';
import { applyChanges, openFeed } from './feed.ts';
import { type Hits, searchNodes, watchSearch } from './search.ts';

const FILES = 20_000;
const folder = aFolder({ id: 'f', name: 'Work', parentId: 'root' });
const files = Array.from({ length: FILES }, (_, n) =>
  aNode({ id: `file-${n}`, name: `file ${n}`, parentId: 'f' }),
);

// The names are in no page yet: nothing else in this file searches before.
it('finds in the names that have been read before all of them have', async () => {
  await recordSignIn(ADA);
  await openFeed('ada');
  const changes = [folder, ...files].map((node) => ({ space: 'space', seq: 1, node }));
  await applyChanges({ userId: 'ada', changes, from: null, to: 'end', isLast: true });

  const told: Hits[] = [];
  const stop = watchSearch('file', FILES, (hits) => told.push(hits));
  const nothing = searchNodes('none', 1);
  await expect.poll(() => told.at(-1)?.areAllRead, { timeout: 30_000 }).toBe(true);
  stop();
  const [first] = told;
  expect(first?.areAllRead).toBe(false);
  expect(first?.found.length).toBeLessThan(FILES);
  expect(new Set(first?.found.map(({ parentName }) => parentName))).toEqual(new Set(['Work']));
  expect(told.at(-1)?.found).toHaveLength(FILES);
  expect(await nothing).toEqual({ found: [], areAllRead: true });
}, 60_000);
