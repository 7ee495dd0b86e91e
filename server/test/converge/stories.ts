// Short stories that chance alone would rarely tell: two devices at odds over one thing.

import fc from 'fast-check';
import { after, content, DEVICES, type Deed, name, nth, type Step } from './deed.ts';

const pair = fc.record({
  first: fc.nat(DEVICES - 1),
  apart: fc.integer({ min: 1, max: DEVICES - 1 }),
});
type Pair = { readonly first: number; readonly apart: number };

/** Both begin with the same tree. */
function tell({ first, apart }: Pair, deeds: readonly (readonly [1 | 2, Deed])[]): Step[] {
  const second = (first + apart) % DEVICES;
  const all = [[1, { is: 'sync-all' }], ...deeds] as const;
  return all.map(([who, deed]) => ({ device: who === 1 ? first : second, deed, isAlong: false }));
}

/** The first does not hear that its change is made. When it asks again, it knows what came after. */
const twoNames = fc
  .record({ pair, node: nth, mine: name, theirs: name })
  .map(({ pair: two, node, mine, theirs }) =>
    tell(two, [
      [1, { is: 'rename', node, name: mine }],
      [1, { is: 'break', after: 0 }],
      [1, { is: 'sync' }],
      [2, { is: 'rename', node, name: theirs }],
      [2, { is: 'sync' }],
      [1, { is: 'online' }],
      [1, { is: 'hear' }],
    ]),
  );

/** Something is on its way into a folder that the other one takes away, for good or not. */
const folderGone = fc
  .record({ pair, name, content, after, isForGood: fc.boolean() })
  .map(({ pair: two, name: itsName, content: bytes, after: others, isForGood }) =>
    tell(two, [
      [1, { is: 'create', parent: 0, name: itsName }],
      [1, { is: 'sync' }],
      [2, { is: 'hear' }],
      [1, { is: 'upload', parent: -1, name: itsName, content: bytes }],
      [1, { is: 'break', after: others }],
      [1, { is: 'sync' }],
      [2, { is: 'trash', node: -1 }],
      [2, isForGood ? { is: 'purge', node: -1 } : { is: 'online' }],
      [2, { is: 'sync' }],
      [1, { is: 'online' }],
    ]),
  );

/** Both have a next version of one file. */
const twoVersions = fc
  .record({ pair, name, mine: content, theirs: content, after })
  .map(({ pair: two, name: itsName, mine, theirs, after: others }) =>
    tell(two, [
      [1, { is: 'upload', parent: 0, name: itsName, content: 'own' }],
      [1, { is: 'sync' }],
      [2, { is: 'hear' }],
      [1, { is: 'upload', parent: 0, name: itsName, content: mine }],
      [2, { is: 'upload', parent: 0, name: itsName, content: theirs }],
      [1, { is: 'go-on', node: -1, choice: 0 }],
      [2, { is: 'go-on', node: -1, choice: 0 }],
      [1, { is: 'break', after: others }],
      [1, { is: 'sync' }],
      [2, { is: 'sync' }],
    ]),
  );

export const story: fc.Arbitrary<Step[]> = fc.oneof(twoNames, folderGone, twoVersions);
