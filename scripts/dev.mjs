// npm run dev: the server and the app, each reloaded when its sources change.
import { spawn } from 'node:child_process';
import { fromRoot } from './lib/paths.mjs';
import { say } from './lib/run.mjs';
import { setUp } from './lib/setup.mjs';

await setUp();

const port = process.env.PORT ?? '8080';
const env = { LOG_LEVEL: 'info', ...process.env, SATCHEL_SERVER: `http://127.0.0.1:${port}` };
const start = (cwd, script, ...args) =>
  spawn(process.execPath, [fromRoot('node_modules', script), ...args], {
    cwd: fromRoot(cwd),
    env,
    stdio: 'inherit',
  });

const children = [
  start('.', 'tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'server/src/main.ts'),
  start('web', 'vite/bin/vite.js', '--clearScreen', 'false'),
];
say('Open the address that Vite prints; the API is behind it.');

// Ctrl-C reaches them by itself; this is for `kill`, and for one of them ending alone.
const stop = () => {
  for (const child of children) child.kill('SIGTERM');
};
process.on('SIGINT', () => {});
process.on('SIGTERM', stop);
for (const child of children) {
  child.once('exit', (code) => {
    process.exitCode ||= code ?? 0;
    stop();
  });
}
