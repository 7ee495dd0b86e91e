import { readFileSync } from 'node:fs';
import { isInstalled, isLockCurrent } from './installed.mjs';
import { fromRoot } from './paths.mjs';
import { giveUp, run, say } from './run.mjs';

/** Makes sure that Node.js is new enough and the packages are installed. Ends the command with a
 *  message when it cannot. */
export async function setUp() {
  refuseOldNode();
  if (isInstalled()) return;
  say('Installing packages …');
  // Not `npm ci`: it refuses a lock file that does not list the packages of every platform. Only a
  // manifest that was edited by hand needs a new lock file.
  const args = isLockCurrent() ? ['--no-save'] : [];
  const code = await npm(['install', ...args, '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) giveUp('npm could not install the packages; see above.');
}

function refuseOldNode() {
  const { engines } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));
  const wanted = engines.node.replace('>=', '');
  if (isAtLeast(process.versions.node, wanted)) return;
  giveUp(
    `Satchel needs Node.js ${wanted} or newer; this is ${process.versions.node}. See https://nodejs.org.`,
  );
}

export function isAtLeast(version, wanted) {
  const [have, want] = [version, wanted].map((text) => text.split('.').map(Number));
  for (const [index, part] of want.entries()) {
    if ((have[index] ?? 0) !== part) return (have[index] ?? 0) > part;
  }
  return true;
}

/** npm's standard output becomes our standard error: that is not what the command is asked for. */
function npm(args) {
  const stdio = ['inherit', 2, 2];
  // Set when npm runs us: the very npm that is in use.
  const path = process.env.npm_execpath;
  if (path?.endsWith('.js')) return run(process.execPath, [path, ...args], { stdio });
  return run('npm', args, { stdio, shell: process.platform === 'win32' });
}
