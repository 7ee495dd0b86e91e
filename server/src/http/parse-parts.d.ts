import * as v from 'valibot';

type Schema = v.GenericSchema<unknown, unknown>;
/** One part of a request by its schema. Refuses `invalid-request` and names the fields. */
export declare function parsePart(schema: Schema, value: unknown): unknown;
