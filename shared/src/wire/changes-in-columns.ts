// A page of the feed in its short form. A tree of 100 000 nodes is 62 MB as objects; in columns it is a
// third of that, and what many nodes share is checked once.

import * as v from 'valibot';
import { areWhole, columnSchema, toColumns, toRows } from './columns.ts';
import { type Node, nodeSchema } from './nodes.ts';
import { countSchema } from './primitives.ts';
import { type Change, type ChangesPage, goneSchema, pageEnd } from './sync.ts';

/** Who accepts this gets `GET /sync/changes` so. */
export const COLUMNS_TYPE = 'application/vnd.satchel.columns+json';

const { entries } = nodeSchema;
const nodesSchema = v.pipe(
  v.object({
    rows: countSchema,
    columns: v.object({
      id: columnSchema(entries.id),
      spaceId: columnSchema(entries.spaceId),
      parentId: columnSchema(entries.parentId),
      kind: columnSchema(entries.kind),
      name: columnSchema(entries.name),
      size: columnSchema(entries.size),
      mimeType: columnSchema(entries.mimeType),
      version: columnSchema(entries.version),
      contentHash: columnSchema(entries.contentHash),
      createdAt: columnSchema(entries.createdAt),
      modifiedAt: columnSchema(entries.modifiedAt),
      modifiedBy: columnSchema(entries.modifiedBy),
      trashedAt: columnSchema(entries.trashedAt),
      conflictOf: columnSchema(entries.conflictOf),
      seq: columnSchema(entries.seq),
    }),
  }),
  v.check((nodes) => areWhole(nodes), 'must have a value for each row'),
);

/** Becomes the same page with its changes as objects: first what there is, then what is gone. */
export const changesInColumnsSchema = v.pipe(
  v.object({ nodes: nodesSchema, gone: v.array(goneSchema), ...pageEnd }),
  v.transform(
    ({ nodes, gone, ...end }): ChangesPage => ({
      changes: [...toRows<Node>(nodes).map(changeOf), ...gone],
      ...end,
    }),
  ),
);

const MEMBERS = Object.keys(entries) as (keyof Node)[];

export type ReadonlyPage = Omit<ChangesPage, 'changes'> & { readonly changes: readonly Change[] };

/** What `changesInColumnsSchema` takes. */
export function toChangesInColumns({ changes, ...end }: ReadonlyPage) {
  const nodes = changes.flatMap((change) => ('node' in change ? [change.node] : []));
  const gone = changes.filter((change) => 'gone' in change);
  return { nodes: toColumns(nodes, MEMBERS), gone, ...end };
}

function changeOf(node: Node): Change {
  return { space: node.spaceId, seq: node.seq, node };
}
