// Counts the rows and keys that a table hands out.

import type { DBCoreCursor, Dexie } from 'dexie';

export interface RowsRead {
  count: number;
}

/** To be called before the database is opened. */
export function countRowsRead(db: Dexie, tableName: string): RowsRead {
  const read: RowsRead = { count: 0 };
  const counting = <Answer>(rowsOf: (answer: Answer) => number) => {
    return (answer: Answer) => {
      read.count += rowsOf(answer);
      return answer;
    };
  };
  db.use({
    stack: 'dbcore',
    name: `count the rows read of ${tableName}`,
    create: (core) => ({
      ...core,
      table(name) {
        const table = core.table(name);
        if (name !== tableName) return table;
        return {
          ...table,
          get: (request) => table.get(request).then(counting(() => 1)),
          getMany: (request) => table.getMany(request).then(counting((rows) => rows.length)),
          query: (request) => table.query(request).then(counting(({ result }) => result.length)),
          openCursor: (request) =>
            table.openCursor(request).then((cursor) => cursor && countingCursor(cursor, read)),
        };
      },
    }),
  });
  return read;
}

function countingCursor(cursor: DBCoreCursor, read: RowsRead): DBCoreCursor {
  const start = (onNext: () => void) =>
    cursor.start(() => {
      read.count += 1;
      onNext();
    });
  return Object.create(cursor, { start: { value: start } });
}
