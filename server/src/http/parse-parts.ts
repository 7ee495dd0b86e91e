import * as v from 'valibot';
import { refuse } from '../lib/refuse.ts';

type Schema = v.GenericSchema<unknown, unknown>;

/** One part of a request by its schema. Refuses `invalid-request` and names the fields. */
export function parsePart(schema: Schema, value: unknown): unknown {
  const result = v.safeParse(schema, value, { abortPipeEarly: true });
  if (result.success) return result.output;
  const fields = result.issues.slice(0, 20).map((issue) => ({
    path: v.getDotPath(issue) ?? '',
    message: issue.message,
  }));
  const detail = fields.map(({ path, message }) => `${path}: ${message}`.slice(0, 200)).at(0);
  refuse('invalid-request', { ...(detail === undefined ? {} : { detail }), members: { fields } });
}
