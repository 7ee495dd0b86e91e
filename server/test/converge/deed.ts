// What may happen to a device.

import fc from 'fast-check';

export const DEVICES = 3;
const NAMES = ['a', 'A', 'b', 'c'] as const;

/** What is in a file: something nobody else has, what others have too, nothing, or several chunks of which
 *  all but the last are in others too. */
export type Content = 'own' | 'same' | 'empty' | 'large';

/** Numbers choose among what there is by then; -1 is what was made last. */
export type Deed =
  | { readonly is: 'create'; readonly parent: number; readonly name: string }
  | { readonly is: 'rename'; readonly node: number; readonly name: string }
  | { readonly is: 'move'; readonly node: number; readonly parent: number }
  | { readonly is: 'trash' | 'restore' | 'purge' | 'undo' | 'cancel'; readonly node: number }
  | {
      readonly is: 'upload' | 'drop';
      readonly parent: number;
      readonly name: string;
      readonly content: Content;
    }
  | { readonly is: 'go-on'; readonly node: number; readonly choice: number }
  /** The network goes with the answer to what is sent then, after so many others. */
  | { readonly is: 'break'; readonly after: number }
  | { readonly is: 'sync' | 'hear' | 'sync-all' | 'offline' | 'online' };

export interface Step {
  readonly device: number;
  readonly deed: Deed;
  /** The next step does not wait for its end. */
  readonly isAlong: boolean;
}

export const nth = fc.nat(9);
export const after = fc.nat(3);
export const name = fc.constantFrom(...NAMES);
const only = <Is extends string>(is: Is) => fc.record({ is: fc.constant(is) });
const ofNode = <Is extends string>(is: Is) => fc.record({ is: fc.constant(is), node: nth });

export const content: fc.Arbitrary<Content> = fc.oneof(
  { weight: 8, arbitrary: fc.constant('own') },
  { weight: 3, arbitrary: fc.constant('same') },
  { weight: 1, arbitrary: fc.constant('empty') },
  { weight: 1, arbitrary: fc.constant('large') },
);
const adding = <Is extends 'upload' | 'drop'>(is: Is) =>
  fc.record({ is: fc.constant(is), parent: nth, name, content });

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ is: fc.constant('create'), parent: nth, name }) },
  { weight: 3, arbitrary: fc.record({ is: fc.constant('rename'), node: nth, name }) },
  { weight: 4, arbitrary: fc.record({ is: fc.constant('move'), node: nth, parent: nth }) },
  { weight: 3, arbitrary: ofNode('trash') },
  { weight: 2, arbitrary: ofNode('restore') },
  { weight: 1, arbitrary: ofNode('purge') },
  { weight: 1, arbitrary: ofNode('undo') },
  { weight: 3, arbitrary: adding('upload') },
  { weight: 1, arbitrary: adding('drop') },
  { weight: 1, arbitrary: ofNode('cancel') },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('go-on'), node: nth, choice: nth }) },
  { weight: 2, arbitrary: only('sync') },
  { weight: 3, arbitrary: only('hear') },
  { weight: 2, arbitrary: only('sync-all') },
  { weight: 2, arbitrary: only('offline') },
  { weight: 2, arbitrary: only('online') },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('break'), after }) },
);

export const step: fc.Arbitrary<Step> = fc.record({
  device: fc.nat(DEVICES - 1),
  deed,
  isAlong: fc.boolean(),
});
