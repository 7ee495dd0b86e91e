import { fromRoot } from './paths.mjs';
import { runQuietly } from './run.mjs';

export const WEB_BUILD = {
  name: 'web',
  output: 'web/dist/index.html',
  inputs: [
    'web',
    'worker/src',
    'shared/src',
    'scripts/lib/web-build.mjs',
    'tsconfig.base.json',
    'package-lock.json',
  ],
  build: buildWeb,
};

async function buildWeb() {
  const vite = fromRoot('node_modules/vite/bin/vite.js');
  const { code, output } = await runQuietly(process.execPath, [vite, 'build'], {
    cwd: fromRoot('web'),
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (code !== 0) throw new Error(`the web app was not built:\n${output}`);
}
