import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const columnOf = async (sql: string, values?: unknown[]) => {
  const [row] = await test.db.query<{ it: unknown }>(`select ${sql} as it`, values);
  return row?.it;
};

describe('columns arrive', () => {
  it.each([
    ['9007199254740991::int8', Number.MAX_SAFE_INTEGER],
    ['array[1, null, 3]::int8[]', [1, null, 3]],
    ["'{}'::int8[]", []],
    ["timestamptz '2026-11-22 10:00:00+00'", new Date('2026-11-22T10:00:00Z')],
    ["timestamptz '2026-11-22 10:00:00.1+00'", new Date('2026-11-22T10:00:00.100Z')],
    ["timestamptz '2026-11-22 10:00:00.123999+00'", new Date('2026-11-22T10:00:00.123Z')],
    ["timestamptz '0001-01-01 00:00:00+00'", new Date('0001-01-01T00:00:00Z')],
    ["timestamptz '12026-11-22 10:00:00+00'", new Date('+012026-11-22T10:00:00Z')],
    ["timestamptz 'infinity'", Number.POSITIVE_INFINITY],
    ["'\\x00ff'::bytea", Buffer.from([0, 255])],
    [`'{"a": [1]}'::jsonb`, { a: [1] }],
  ])('%s as a plain value', async (sql, value) => {
    expect(await columnOf(sql)).toEqual(value);
  });

  it('as the same moment wherever the connection says it is', async () => {
    const moment = await test.db.transact(async (tx) => {
      await tx.query("set local time zone 'Asia/Kolkata'");
      const [row] = await tx.query<{ it: Date }>(
        "select timestamptz '2026-11-22 10:00:00.5+00' as it",
      );
      return row?.it;
    });
    expect(moment).toEqual(new Date('2026-11-22T10:00:00.500Z'));
  });

  it('never as a number that was rounded', async () => {
    await expect(columnOf('9007199254740993::int8')).rejects.toThrow(RangeError);
  });
});

describe('values go in', () => {
  it('as bytes, also in a list', async () => {
    const bytes = new Uint8Array([1, 2]);
    expect(await columnOf('$1::bytea', [bytes])).toEqual(Buffer.from([1, 2]));
    const list = [Buffer.from([1]), Buffer.from([2])];
    expect(await columnOf('$1::bytea[]', [list])).toEqual(list);
  });
});
