import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const HELPER = '\0vite/preload-helper.js';
const OURS = fileURLToPath(new URL('../src/lib/parts/bring-part.ts', import.meta.url));

/** Puts `bringPart` in the place of what Vite wraps dynamic imports in. Its own helper lets the browser
 *  fail at a module, after which that module can't be had until the page is loaded again. */
export function patientParts(): Plugin {
  return {
    name: 'patient-parts',
    enforce: 'pre',
    apply: 'build',
    load(id) {
      return id === HELPER
        ? `export { bringPart as __vitePreload } from ${JSON.stringify(OURS)};`
        : null;
    },
  };
}
