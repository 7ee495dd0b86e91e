import * as v from 'valibot';
import { MAX_FILE_BYTES, MAX_HASHES_PER_CHECK, MAX_VERSION } from '../limits.ts';
import {
  countSchema,
  idSchema,
  instantSchema,
  newIdSchema,
  queryIntegerSchema,
  sha256Schema,
} from './primitives.ts';

export const ON_CONFLICT = ['version', 'rename', 'fail'] as const;
export type OnConflict = (typeof ON_CONFLICT)[number];

const MEDIA_TYPE = /^[\w.+-]{1,100}\/[\w.+-]{1,100}(;[\x20-\x7e]{0,200})?$/;

/** What a browser could not name arrives as an empty string. */
const mimeTypeSchema = v.pipe(
  v.optional(v.nullable(v.string()), null),
  v.transform((written) =>
    written === null || written === '' ? 'application/octet-stream' : written,
  ),
  v.regex(MEDIA_TYPE, 'must be a media type'),
  v.toLowerCase(),
);

export const initUploadSchema = v.pipe(
  v.object({
    filename: v.string(),
    size: v.pipe(countSchema, v.maxValue(MAX_FILE_BYTES)),
    folderId: v.optional(v.nullable(idSchema), null),
    mimeType: mimeTypeSchema,
    lastModified: v.optional(v.nullable(instantSchema), null),
    id: v.optional(newIdSchema),
    fileId: v.optional(idSchema),
    baseVersion: v.optional(v.pipe(countSchema, v.minValue(1), v.maxValue(MAX_VERSION))),
    onConflict: v.optional(v.picklist(ON_CONFLICT), 'version'),
  }),
  v.check(
    (init) => (init.fileId === undefined) === (init.baseVersion === undefined),
    'fileId and baseVersion go together',
  ),
  v.check(
    (init) => init.id === undefined || init.fileId === undefined,
    'id is for a new file, fileId for an existing one',
  ),
);
export type InitUpload = v.InferOutput<typeof initUploadSchema>;

export const initAnswerSchema = v.object({
  uploadId: idSchema,
  chunkSize: countSchema,
  totalChunks: countSchema,
  expiresAt: v.string(),
});
export type InitAnswer = v.InferOutput<typeof initAnswerSchema>;

export const checkChunksSchema = v.object({
  chunkHashes: v.pipe(v.array(sha256Schema), v.maxLength(MAX_HASHES_PER_CHECK)),
  offset: v.optional(countSchema, 0),
});

export const checkAnswerSchema = v.object({
  needed: v.array(countSchema),
  existing: v.array(countSchema),
});
export type CheckAnswer = v.InferOutput<typeof checkAnswerSchema>;

export const chunkIndexSchema = queryIntegerSchema;
export const chunkAnswerSchema = v.object({ received: v.literal(true), hash: sha256Schema });

export const UPLOAD_STATUSES = ['open', 'completed'] as const;
export const uploadAnswerSchema = v.object({
  uploadId: idSchema,
  filename: v.string(),
  size: countSchema,
  chunkSize: countSchema,
  totalChunks: countSchema,
  needed: v.array(countSchema),
  expiresAt: v.string(),
  status: v.picklist(UPLOAD_STATUSES),
});
export type UploadAnswer = v.InferOutput<typeof uploadAnswerSchema>;

export const completeAnswerSchema = v.object({
  fileId: idSchema,
  version: countSchema,
  contentHash: sha256Schema,
  conflict: v.optional(
    v.object({ fileId: idSchema, baseVersion: countSchema, currentVersion: countSchema }),
  ),
  /** Where a new file lies, if not in the folder that was named. */
  folderId: v.optional(idSchema),
});
export type CompleteAnswer = v.InferOutput<typeof completeAnswerSchema>;

export const manifestSchema = v.object({
  contentHash: sha256Schema,
  size: countSchema,
  chunks: v.array(v.object({ hash: sha256Schema, size: countSchema })),
});
export type Manifest = v.InferOutput<typeof manifestSchema>;
