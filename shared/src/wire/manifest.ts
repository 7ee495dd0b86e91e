import * as v from 'valibot';
import { countSchema, sha256Schema } from './primitives.ts';

/** What a content is made of: the hash and size of each chunk, in order. */
export const manifestSchema = v.object({
  contentHash: sha256Schema,
  size: countSchema,
  chunks: v.array(v.object({ hash: sha256Schema, size: countSchema })),
});
export type Manifest = v.InferOutput<typeof manifestSchema>;
