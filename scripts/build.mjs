// npm run build [-- server | web]: builds what changed since the last build.
import { makeBuilds, staleBuilds } from './lib/builds.mjs';
import { giveUp } from './lib/run.mjs';
import { setUp } from './lib/setup.mjs';

await setUp();
const asked = process.argv.slice(2);
try {
  await makeBuilds(staleBuilds(asked.length > 0 ? asked : undefined));
} catch (error) {
  giveUp(error.message);
}
