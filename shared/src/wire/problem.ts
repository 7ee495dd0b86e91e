import * as v from 'valibot';

/** An error as RFC 9457 shapes it, with our stable `code`. Some codes carry more members, such as
 *  `needed` (`chunks-missing`) or `fields` (`invalid-request`). */
export const problemSchema = v.looseObject({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  detail: v.optional(v.string()),
  code: v.string(),
});
export type Problem = v.InferOutput<typeof problemSchema>;
