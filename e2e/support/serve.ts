// Serves the built app for the journeys, with a data directory of its own that goes with it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBuiltServer } from './built-server.ts';

const directory = await mkdtemp(join(tmpdir(), 'satchel-e2e-'));
const server = await startBuiltServer(directory, process.env.PORT);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void server
      .stop()
      .then(() => rm(directory, { recursive: true, force: true }))
      .then(() => process.exit(0));
  });
}
