// The least a server can do to answer from a database: one query behind node:http, its rows as JSON.
// No accounts, no rights, nothing checked.
import { createServer } from 'node:http';
import pg from 'pg';
import { announce } from '../upload/program.ts';

const [connectionString = ''] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString, max: 20 });

const QUERIES: Readonly<Record<string, string>> = {
  children: `select * from nodes where parent_id = $1 and kind = 'file' and trashed_at is null
              order by name collate natural_order, id limit 200`,
  node: 'select * from nodes where id = $1',
  changes: `select * from nodes where space_id = $1 and seq > $2 order by seq limit $3`,
};

const server = createServer((request, response) => {
  const [, name = '', ...values] = (request.url ?? '').split('/');
  pool.query({ name, text: QUERIES[name] ?? '', values }).then(
    ({ rows }) => response.end(JSON.stringify(rows)),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
announce(server);
