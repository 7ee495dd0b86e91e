import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CACHE, fromRoot } from './paths.mjs';

const IGNORED = /(^|\/)(node_modules|dist|test-results)$|\.test\.[a-z]+$/;

/** Whether `name` was built from exactly these inputs, and its output is still there. */
export function isFresh(name, inputs, output) {
  return existsSync(fromRoot(output)) && recorded(name) === digestOf(inputs);
}

/** Builds, then remembers from what: the inputs as they were before, so a change made meanwhile
 *  counts as new. A failed build leaves no record. */
export async function buildFrom(name, inputs, build) {
  const digest = digestOf(inputs);
  await build();
  mkdirSync(dirname(recordOf(name)), { recursive: true });
  writeFileSync(recordOf(name), digest);
}

/** One digest of every file beneath the inputs, by path and content. */
export function digestOf(inputs) {
  const hash = createHash('sha256');
  for (const path of inputs.flatMap(filesBeneath).sort()) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(fromRoot(path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesBeneath(path) {
  if (IGNORED.test(path)) return [];
  const entries = listDirectory(path);
  return entries === undefined
    ? [path]
    : entries.flatMap((name) => filesBeneath(`${path}/${name}`));
}

/** Undefined for what is not a directory. */
function listDirectory(path) {
  try {
    return readdirSync(fromRoot(path));
  } catch (error) {
    if (error.code !== 'ENOTDIR') throw error;
    return undefined;
  }
}

function recorded(name) {
  return existsSync(recordOf(name)) ? readFileSync(recordOf(name), 'utf8') : undefined;
}

function recordOf(name) {
  return join(CACHE, 'builds', name);
}
