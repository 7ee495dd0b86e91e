import { SILENT } from '../../../lib/log.ts';
import { PostgresDatabase } from '../pool.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';

// For the tests beside it: a server's part in a process of its own, so that it can be killed.
const postgres = await startEmbeddedPostgres({ directory: process.argv[2] ?? '', log: SILENT });
const db = new PostgresDatabase(postgres.address, { log: SILENT });
await db.query('create table told (id int)');
await db.query('insert into told values (1)');
await db.close();
process.once('SIGTERM', () => void postgres.stop().then(() => process.exit(0)));
process.send?.('started');
setInterval(() => {}, 1_000_000);
