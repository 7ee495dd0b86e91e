import { buildFrom, isFresh } from './freshness.mjs';
import { say } from './run.mjs';
import { SERVER_BUILD } from './server-build.mjs';
import { WEB_BUILD } from './web-build.mjs';

const BUILDS = { server: SERVER_BUILD, web: WEB_BUILD };

/** Those of the named builds whose sources have changed since. */
export function staleBuilds(names = Object.keys(BUILDS)) {
  return names.filter((name) => {
    const { inputs, output } = BUILDS[name];
    return !isFresh(name, inputs, output);
  });
}

/** Makes the named builds, side by side. */
export async function makeBuilds(names) {
  if (names.length > 0) say(`Building the ${names.join(' and the ')} …`);
  await Promise.all(names.map((name) => buildFrom(name, BUILDS[name].inputs, BUILDS[name].build)));
}
