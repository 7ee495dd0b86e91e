import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildFrom, digestOf, isFresh } from './freshness.mjs';
import { CACHE, ROOT } from './paths.mjs';

let directory;
let name;
const beneath = (path) => relative(ROOT, join(directory, path));
const write = (path, text) => writeFileSync(join(directory, path), text);

beforeEach(() => {
  mkdirSync(CACHE, { recursive: true });
  directory = mkdtempSync(join(CACHE, 'freshness-'));
  name = `test-${relative(CACHE, directory)}`;
  mkdirSync(join(directory, 'src'));
  write('src/a.ts', 'a');
  write('out.js', '');
});
afterEach(() => {
  rmSync(directory, { recursive: true });
  rmSync(join(CACHE, 'builds', name), { force: true });
});

const build = (act = async () => {}) => buildFrom(name, [beneath('src')], act);
const isUpToDate = () => isFresh(name, [beneath('src')], beneath('out.js'));

it('what was never built is not fresh', () => {
  expect(isUpToDate()).toBe(false);
});

it('what was built is fresh until a source changes, moves or appears', async () => {
  await build();
  expect(isUpToDate()).toBe(true);
  write('src/b.ts', '');
  expect(isUpToDate()).toBe(false);
});

it('tests are no sources', () => {
  const before = digestOf([beneath('src')]);
  write('src/a.test.ts', 'new');
  expect(digestOf([beneath('src')])).toBe(before);
});

it('what was built is not fresh without its output', async () => {
  await build();
  rmSync(join(directory, 'out.js'));
  expect(isUpToDate()).toBe(false);
});

it('a source that changes while it is built counts as new', async () => {
  await build(async () => write('src/a.ts', 'changed'));
  expect(isUpToDate()).toBe(false);
});

it('a build that fails leaves no record', async () => {
  await expect(build(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(isUpToDate()).toBe(false);
});
