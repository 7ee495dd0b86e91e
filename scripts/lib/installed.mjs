import { readFileSync } from 'node:fs';
import { fromRoot } from './paths.mjs';

const DEPENDENCY_KINDS = ['dependencies', 'devDependencies', 'optionalDependencies'];

/** Whether `node_modules` is what the lock file says, and the lock file what the manifests ask for.
 *  Compares with the list that npm leaves in `node_modules`, so it does not matter who installed. */
export function isInstalled() {
  const lock = readJson('package-lock.json');
  const installed = readJson('node_modules/.package-lock.json');
  if (lock === undefined || installed === undefined) return false;
  return isLockCurrent() && isComplete(lock.packages, installed.packages);
}

/** A package of the lock file is there in its version; optional ones may be missing, for they may be
 *  made for another platform. */
export function isComplete(locked, installed) {
  return Object.entries(locked).every(([path, wanted]) => {
    if (!path.includes('node_modules/')) return true;
    const found = installed[path];
    if (found === undefined) return wanted.optional === true || wanted.devOptional === true;
    return found.version === wanted.version;
  });
}

/** Whether the lock file is for what the manifests ask for now. */
export function isLockCurrent() {
  const locked = readJson('package-lock.json')?.packages;
  if (locked === undefined) return false;
  const workspaces = Object.keys(locked).filter((path) => !path.includes('node_modules/'));
  return workspaces.every((path) => {
    const manifest = readJson(path === '' ? 'package.json' : `${path}/package.json`);
    return manifest !== undefined && asksForTheSame(manifest, locked[path]);
  });
}

export function asksForTheSame(manifest, locked) {
  return DEPENDENCY_KINDS.every((kind) => sorted(manifest[kind]) === sorted(locked[kind]));
}

function sorted(dependencies = {}) {
  return JSON.stringify(Object.entries(dependencies).sort());
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(fromRoot(path), 'utf8'));
  } catch {
    return undefined;
  }
}
