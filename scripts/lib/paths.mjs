import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');
export const CACHE = join(ROOT, '.cache');

export const fromRoot = (...parts) => join(ROOT, ...parts);
