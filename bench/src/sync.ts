// npm run bench -- sync [--sockets N] [--idle N] [--changes N] [--catch-up N] [--runs N] [--nodes N]
//   [--requests N] [--only propagation|catch-up|first-byte]
// How soon a change is on every device, how long a device takes to catch up, and how soon metadata
// begins to come, each against the least that a server could do.
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measureCatchUp } from './sync/catch-up.ts';
import { measureFirstByte } from './sync/first-byte.ts';
import { measurePropagation } from './sync/propagation.ts';
import { inWorld, type World } from './sync/world.ts';

const { values } = parseArgs({
  options: {
    sockets: { type: 'string', default: '1000' },
    idle: { type: 'string', default: '10000' },
    changes: { type: 'string', default: '200' },
    'catch-up': { type: 'string', default: '100000' },
    runs: { type: 'string', default: '3' },
    nodes: { type: 'string', default: '1000000' },
    requests: { type: 'string', default: '2000' },
    only: { type: 'string', default: '' },
  },
});

const PARTS: Readonly<Record<string, (world: World) => Promise<string>>> = {
  propagation: (world) =>
    measurePropagation(world, {
      sockets: Number(values.sockets),
      idle: Number(values.idle),
      changes: Number(values.changes),
    }),
  'catch-up': (world) =>
    measureCatchUp(world, { nodes: Number(values['catch-up']), runs: Number(values.runs) }),
  'first-byte': (world) =>
    measureFirstByte(world, { nodes: Number(values.nodes), requests: Number(values.requests) }),
};

for (const [name, measure] of Object.entries(PARTS)) {
  if (values.only !== '' && values.only !== name) continue;
  await inWorld(async (world) => {
    const report = await measure(world);
    const load = loadavg()[0]?.toFixed(1);
    console.log(`\n${report}\n\nLoad of the machine at the end: ${load}.`);
  });
}
