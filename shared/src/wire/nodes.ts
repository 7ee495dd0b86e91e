import * as v from 'valibot';
import {
  countSchema,
  idSchema,
  newIdSchema,
  pageQueryEntries,
  sha256Schema,
} from './primitives.ts';

export const nodeSchema = v.object({
  id: idSchema,
  spaceId: idSchema,
  parentId: v.nullable(idSchema),
  kind: v.picklist(['file', 'folder']),
  name: v.string(),
  size: v.nullable(countSchema),
  mimeType: v.nullable(v.string()),
  version: v.nullable(countSchema),
  contentHash: v.nullable(sha256Schema),
  createdAt: v.string(),
  modifiedAt: v.string(),
  modifiedBy: v.object({ id: idSchema, displayName: v.string() }),
  trashedAt: v.nullable(v.string()),
  conflictOf: v.nullable(idSchema),
  seq: countSchema,
});
/** A file or a folder as clients see it. What does not apply is null. */
export type Node = v.InferOutput<typeof nodeSchema>;
export type NodeKind = Node['kind'];

export const pathStepSchema = v.object({ id: idSchema, name: v.string() });
export type PathStep = v.InferOutput<typeof pathStepSchema>;

export const nodeWithPathSchema = v.object({ node: nodeSchema, path: v.array(pathStepSchema) });
export const nodeAnswerSchema = v.object({ node: nodeSchema });
export const folderAnswerSchema = v.object({ folder: nodeSchema });
export const nodePageSchema = v.object({
  items: v.array(nodeSchema),
  nextCursor: v.nullable(v.string()),
});
export type NodePage = v.InferOutput<typeof nodePageSchema>;

export const SORTS = ['name', 'size', 'modified'] as const;
export type Sort = (typeof SORTS)[number];
export const ORDERS = ['asc', 'desc'] as const;
export type Order = (typeof ORDERS)[number];

/** The query of `GET /files`. An absent or empty `folderId` means the caller's root. */
export const listFilesQuerySchema = v.object({
  folderId: v.optional(v.union([v.literal(''), v.literal('null'), idSchema])),
  sort: v.optional(v.picklist(SORTS), 'name'),
  order: v.optional(v.picklist(ORDERS), 'asc'),
  ...pageQueryEntries,
});

export const listTrashQuerySchema = v.object({ ...pageQueryEntries });

export const createFolderSchema = v.object({
  id: v.optional(newIdSchema),
  name: v.string(),
  parentId: v.optional(v.nullable(idSchema), null),
});

export const updateNodeSchema = v.pipe(
  v.object({
    name: v.optional(v.string()),
    folderId: v.optional(v.nullable(idSchema)),
    baseSeq: v.optional(countSchema),
  }),
  v.check(
    (update) => update.name !== undefined || update.folderId !== undefined,
    'must name what changes',
  ),
);
