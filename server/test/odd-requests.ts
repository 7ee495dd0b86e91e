import * as fc from 'fast-check';

/** Requests that are nearly right: they get further than noise does. */

/** Stand for what is there, which no run of luck would hit; see `replaceKnown`. */
export const KNOWN = ['$root', '$folder', '$file', '$upload', '$chunk'] as const;

// Texts that have broken somebody's server before.
const nasty = fc.constantFrom(
  '',
  '\0',
  'a\0b',
  '\ud800',
  '..',
  '../../etc/passwd',
  "'; drop table nodes; --",
  '💥'.repeat(80),
  '9'.repeat(30),
  '-1',
  '1e309',
  '0190a1b2-0000-7000-8000-000000000000',
  '0190A1B2-0000-7000-8000-00000000000G',
  'null',
  '{}',
  'a'.repeat(5000),
);
const known = fc.constantFrom<string>(...KNOWN);
const anyText = fc.oneof(nasty, known, fc.string(), fc.string({ unit: 'binary' }), fc.uuid());
const anyValue = fc.oneof(
  anyText,
  fc.double(),
  fc.constant(null),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(Number.MAX_SAFE_INTEGER, 2 ** 53, 2 ** 63, -1, 0.5, '2026-02-30T00:00:00Z'),
);

const mostly = <Value>(right: fc.Arbitrary<Value>) =>
  fc.oneof<fc.WeightedArbitrary<unknown>[]>(
    { weight: 8, arbitrary: right },
    { weight: 1, arbitrary: anyValue },
  );
const name = mostly(fc.oneof(fc.string({ minLength: 1 }), nasty, fc.constant('some file')));
const id = mostly(fc.oneof(known, fc.constant(null)));
const count = mostly(fc.oneof(fc.nat(12), fc.maxSafeNat()));
const time = mostly(fc.oneof(fc.date({ noInvalidDate: true }), fc.integer()));

const BODIES: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  '/folders': fc.record({ name, parentId: id }),
  '/files/:id': fc.record({ name, folderId: id, baseSeq: count }, { requiredKeys: [] }),
  '/folders/:id': fc.record({ name, folderId: id, baseSeq: count }, { requiredKeys: [] }),
  '/upload/init': fc.oneof(
    fc.record({ filename: name, size: count, folderId: id, lastModified: time }),
    fc.record({ filename: name, size: count, fileId: id, baseVersion: count }),
    fc.record({
      filename: name,
      size: count,
      mimeType: anyText,
      onConflict: mostly(fc.constantFrom('version', 'rename', 'fail')),
    }),
  ),
  '/upload/:uploadId/check': fc.record({ chunkHashes: mostly(fc.array(known)), offset: count }),
  '/auth/me': fc.record({ displayName: name }),
  '/auth/login': fc.record({ email: anyText, password: anyText }),
  '/auth/password': fc.record({ current: anyText, next: anyText }),
};

/** A body for a route: mostly of its shape, with something odd in it. */
export function oddBody(path: string): fc.Arbitrary<unknown> {
  return mostly(BODIES[path] ?? anyValue);
}

/** Values for the parameters of a path. */
export const oddParams = fc.array(fc.oneof({ weight: 5, arbitrary: known }, anyText), {
  minLength: 2,
  maxLength: 2,
});

export const oddQuery = fc.record(
  {
    folderId: fc.oneof(known, anyText),
    limit: fc.oneof(fc.nat(1001).map(String), anyText),
    cursor: anyText,
    sort: fc.oneof(fc.constantFrom('name', 'size', 'modified'), anyText),
    order: fc.oneof(fc.constantFrom('asc', 'desc'), anyText),
    inline: anyText,
    version: fc.oneof(fc.nat(3).map(String), anyText),
  },
  { requiredKeys: [] },
);

const headerText = fc.string().map((text) => text.replace(/[^\x20-\x7e]/g, '').trim());
const range = fc
  .tuple(fc.nat(20), fc.nat(20))
  .map(([start, end]) => `bytes=${start}-${end},${end}-`);

export const oddHeaders = fc.record(
  {
    'idempotency-key': fc.oneof(fc.uuid(), headerText),
    range: fc.oneof(range, fc.constantFrom('bytes=-5', 'bytes=3-', 'bytes=5-2'), headerText),
    'if-range': headerText,
    'if-none-match': headerText,
    'x-chunk-hash': fc.oneof(known, headerText),
  },
  { requiredKeys: [] },
);

/** The same value, with what is there in place of what stands for it. */
export function replaceKnown<Value>(value: Value, ids: ReadonlyMap<string, string>): Value {
  const text = JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'string' ? (ids.get(part) ?? part) : part,
  );
  return text === undefined ? value : (JSON.parse(text) as Value);
}
