import { existsSync } from 'node:fs';
import { run, say } from './run.mjs';

/** Installs a package where that is ours to do: as root on Debian. Says so first; whether it worked,
 *  the caller sees by what is there afterwards. */
export async function installOnDebian(what, name) {
  const isRootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  if (!isRootOnDebian) return;
  say(`Installing ${what} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => run('apt-get', ['-q', '-y', ...args], { env }).catch(() => 1);
  await apt('update');
  await apt('install', '--no-install-recommends', name);
}
