import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { changesInColumnsSchema, toChangesInColumns } from './changes-in-columns.ts';
import type { Node } from './nodes.ts';
import { type Change, changesPageSchema } from './sync.ts';

const id = fc.uuid();
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const instant = fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-06-01T12:00:00.123Z');
const people = fc.constantFrom('Ada', '', '{"id":1}');

const node: fc.Arbitrary<Node> = fc.record({
  id,
  spaceId: id,
  parentId: orNull(
    fc.constantFrom('01890000-0000-7000-8000-000000000001', '01890000-0000-7000-8000-000000000002'),
  ),
  kind: fc.constantFrom('file', 'folder'),
  name: fc.string({ unit: 'grapheme' }),
  size: orNull(fc.nat()),
  mimeType: orNull(fc.constantFrom('image/jpeg', 'null')),
  version: orNull(fc.nat({ max: 2 })),
  contentHash: orNull(fc.constantFrom('0'.repeat(64), 'f'.repeat(64))),
  createdAt: instant,
  modifiedAt: instant,
  modifiedBy: fc.record({ id, displayName: people }),
  trashedAt: orNull(instant),
  conflictOf: orNull(id),
  seq: fc.nat(),
});
function changeOf(one: Node): Change {
  return { space: one.spaceId, seq: one.seq, node: one };
}

const change: fc.Arbitrary<Change> = fc.oneof(
  node.map((one) => changeOf(one)),
  fc.record({ space: id, seq: fc.nat(), gone: id }),
);
const anyPage = fc.record({
  changes: fc.array(change),
  cursor: fc.string(),
  hasMore: fc.boolean(),
});

const sent = (value: object) => JSON.parse(JSON.stringify(value));

describe('a page of the feed in columns', () => {
  it('is the same page', () => {
    fc.assert(
      fc.property(anyPage, ({ changes, ...end }): void => {
        const read = v.parse(changesInColumnsSchema, sent(toChangesInColumns({ changes, ...end })));
        const ofKind = (kind: 'node' | 'gone') => changes.filter((one) => kind in one);
        expect(read).toEqual({ changes: [...ofKind('node'), ...ofKind('gone')], ...end });
        expect(v.parse(changesPageSchema, sent(read))).toEqual(read);
      }),
    );
  });

  it('tells nothing from the word for it', () => {
    const mimeTypes = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? null : 'null'));
    const [some] = fc.sample(node, 1);
    if (some === undefined) throw new Error('none was made');
    const changes = mimeTypes.map((mimeType) => changeOf({ ...some, mimeType }));
    const sentPage = sent(toChangesInColumns({ changes, cursor: '', hasMore: false }));
    expect(v.parse(changesInColumnsSchema, sentPage).changes).toEqual(changes);
  });

  it('says once what many nodes share', () => {
    const [some] = fc.sample(node, 1);
    if (some === undefined) throw new Error('none was made');
    const nodes = Array.from({ length: 100 }, (_, seq) => ({
      ...some,
      seq,
      parentId: seq < 50 ? 'one' : 'other',
    }));
    const changes = nodes.map(changeOf);
    const { columns } = toChangesInColumns({ changes, cursor: '', hasMore: false }).nodes;
    expect(columns.spaceId).toEqual({ of: [some.spaceId] });
    expect(columns.modifiedBy).toEqual({ of: [some.modifiedBy] });
    expect(columns.parentId.of).toEqual(['one', 'other']);
    expect(columns.seq).toEqual({ of: nodes.map(({ seq }) => seq) });
  });

  const whole = () => {
    const changes = fc.sample(node, 3).map(changeOf);
    return sent(toChangesInColumns({ changes, cursor: '', hasMore: false }));
  };

  it.each([
    [
      'a column is missing',
      ({ columns }: ReturnType<typeof whole>['nodes']) => delete columns.name,
    ],
    ['a value is missing', ({ columns }) => columns.id.of.pop()],
    ['a value is none of its kind', ({ columns }) => columns.id.of.splice(1, 1, 'no id')],
    [
      'a place is none',
      ({ columns }) => Object.assign(columns.kind, { of: ['file'], at: [0, 1, 0] }),
    ],
    [
      'a place is no number of a row',
      ({ columns }) => Object.assign(columns.kind, { of: ['file', 'folder'], at: [0, 0.5, 0] }),
    ],
    [
      'a place is missing',
      ({ columns }) => Object.assign(columns.kind, { of: ['file'], at: [0, 0] }),
    ],
    ['it says fewer rows', (nodes) => Object.assign(nodes, { rows: 2 })],
  ])('is refused where %s', (_how, spoil) => {
    const spoiled = whole();
    expect(v.is(changesInColumnsSchema, spoiled)).toBe(true);
    spoil(spoiled.nodes);
    expect(v.is(changesInColumnsSchema, spoiled)).toBe(false);
  });
});
