// Sets up and builds what is needed, then becomes the server.
import { staleBuilds } from './lib/builds.mjs';
import { fromRoot } from './lib/paths.mjs';
import { runNode } from './lib/run.mjs';
import { setUp } from './lib/setup.mjs';

await setUp();
// Help needs no app.
const stale = staleBuilds(process.argv.includes('--help') ? ['server'] : undefined);
if (stale.length > 0) {
  // In a process of its own, so that the server does not carry the builders' memory.
  const code = await runNode([fromRoot('scripts/build.mjs'), ...stale]);
  if (code !== 0) process.exit(code);
}
process.env.NODE_ENV ??= 'production';
process.setSourceMapsEnabled(true);
// The same process: signals reach the server, and its exit code is the command's.
await import('../server/dist/main.js');
