import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { Refusal } from '../../lib/refuse.ts';
import type { Tx } from '../../lib/tx.ts';
import type { Bus } from '../../ports/bus.ts';

let test: TestDatabase;
const told: [string, string][] = [];
const bus: Bus = {
  publish: (topic, message) => told.push([topic, message]),
  subscribe: () => () => {},
};

beforeAll(async () => {
  test = await createTestDatabase(undefined, bus);
  await test.db.query('create table counters (name text primary key, value bigint not null)');
});
beforeEach(async () => {
  told.length = 0;
  await test.db.query('truncate counters');
  await test.db.query("insert into counters values ('a', 0), ('b', 0)");
});
afterAll(() => test.drop());

const raise = (tx: Tx, name: string) =>
  tx.query<{ value: number }>(
    'update counters set value = value + 1 where name = $1 returning value',
    [name],
  );

const counted = async (name: string) => {
  const [row] = await test.db.query<{ value: number }>(
    'select value from counters where name = $1',
    [name],
  );
  return row?.value;
};

describe('transact', () => {
  it('commits what the work wrote and gives back its result', async () => {
    const rows = await test.db.transact((tx) => raise(tx, 'a'));
    expect(rows).toEqual([{ value: 1 }]);
    expect(await counted('a')).toBe(1);
  });

  it('rolls back when the work refuses, and the connection serves on', async () => {
    const refused = test.db.transact(async (tx) => {
      await raise(tx, 'a');
      throw new Refusal('name-taken');
    });
    await expect(refused).rejects.toMatchObject({ code: 'name-taken' });
    expect(await counted('a')).toBe(0);
  });

  it('throws a violated constraint as it is', async () => {
    const taken = test.db.transact((tx) => tx.query("insert into counters values ('a', 1)"));
    await expect(taken).rejects.toMatchObject({ code: '23505', constraint: 'counters_pkey' });
  });

  it('never reports a commit that was a rollback', async () => {
    const swallowed = test.db.transact(async (tx) => {
      await raise(tx, 'a');
      await tx.query('select 1 / 0').catch(() => {});
    });
    await expect(swallowed).rejects.toThrow('the transaction had failed');
    expect(await counted('a')).toBe(0);
  });

  it('gives a handle that is dead once the transaction is over', async () => {
    const leaked = await test.db.transact(async (tx) => ({ tx }));
    await expect(leaked.tx.query('select 1')).rejects.toThrow('the transaction is over');
  });

  it('runs two transactions that deadlock until both have committed', async () => {
    const gate = meeting(2);
    const crosswise = (first: string, second: string) =>
      test.db.transact(async (tx) => {
        await raise(tx, first);
        await gate();
        await raise(tx, second);
      });
    await Promise.all([crosswise('a', 'b'), crosswise('b', 'a')]);
    expect([await counted('a'), await counted('b')]).toEqual([2, 2]);
  });

  it('runs again after a serialization failure', async () => {
    const gate = meeting(2);
    const addUp = (name: string) =>
      test.db.transact(async (tx) => {
        await tx.query('set transaction isolation level serializable');
        await tx.query('select sum(value) from counters');
        await gate();
        await raise(tx, name);
      });
    await Promise.all([addUp('a'), addUp('b')]);
    expect([await counted('a'), await counted('b')]).toEqual([1, 1]);
  });

  it('gives up after some attempts', async () => {
    let attempts = 0;
    const hopeless = test.db.transact(async (tx) => {
      attempts += 1;
      await tx.query("do $$ begin raise sqlstate '40001'; end $$");
    });
    await expect(hopeless).rejects.toMatchObject({ code: '40001' });
    expect(attempts).toBe(5);
  });

  it('goes on with a statement whose table a migration changed', async () => {
    await test.db.query('create table shapes (a int)');
    const all = () => test.db.transact((tx) => tx.query('select * from shapes'));
    await all();
    await test.db.query('alter table shapes add b text');
    await test.db.query('insert into shapes values (1, null)');
    expect(await all()).toEqual([{ a: 1, b: null }]);
  });
});

describe('what a transaction announces', () => {
  it('is told once it is committed, of each topic the last', async () => {
    await test.db.transact(async (tx) => {
      tx.announce('a', '1');
      tx.announce('b', '1');
      tx.announce('a', '2');
      await raise(tx, 'a');
      expect(told).toEqual([]);
    });
    expect(told).toEqual([
      ['a', '2'],
      ['b', '1'],
    ]);
  });

  it('is not told when it was rolled back', async () => {
    const refused = test.db.transact(async (tx) => {
      tx.announce('a', '1');
      throw new Refusal('name-taken');
    });
    await expect(refused).rejects.toThrow();
    expect(told).toEqual([]);
  });

  it('is told once where the work ran again', async () => {
    let attempts = 0;
    await test.db.transact(async (tx) => {
      attempts += 1;
      tx.announce('a', String(attempts));
      if (attempts < 3) await tx.query("do $$ begin raise sqlstate '40001'; end $$");
    });
    expect(told).toEqual([['a', '3']]);
  });

  it('is told of one statement too', async () => {
    await test.db.transactStatement((tx) => {
      tx.announce('a', '1');
      return raise(tx, 'a');
    });
    expect(told).toEqual([['a', '1']]);
  });
});

/** Holds each caller until `size` of them have come; open from then on. */
function meeting(size: number): () => Promise<void> {
  let waiting = 0;
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    waiting += 1;
    if (waiting === size) open();
    return opened;
  };
}

describe('transactStatement', () => {
  it('commits its one statement and gives back the result', async () => {
    const rows = await test.db.transactStatement((tx) => raise(tx, 'a'));
    expect(rows).toEqual([{ value: 1 }]);
    expect(await counted('a')).toBe(1);
  });

  it('throws at a second statement, which could not be undone together with the first', async () => {
    const two = test.db.transactStatement(async (tx) => {
      await raise(tx, 'a');
      await raise(tx, 'b');
    });
    await expect(two).rejects.toThrow('one statement');
    expect(await counted('b')).toBe(0);
  });

  it('leaves nothing of a statement that fails, and the connection serves on', async () => {
    const failing = test.db.transactStatement((tx) =>
      tx.query('update counters set value = 1 / value'),
    );
    await expect(failing).rejects.toThrow('division by zero');
    expect(await counted('a')).toBe(0);
  });
});
