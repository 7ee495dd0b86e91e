import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { makeBuilds, staleBuilds } from '../lib/builds.mjs';
import { fromRoot } from '../lib/paths.mjs';

const BUDGET_BYTES = 230_000;
const ENTRY = 'index.html';
/** The page with the list. It is in the manifest where it is no part of the entry. */
const LIST = 'src/features/files/index.ts';

/** How much JavaScript, gzipped, a browser loads before the file list shows. */
export async function checkFirstLoad() {
  try {
    await makeBuilds(staleBuilds(['web']));
    const files = firstLoadFiles(readManifest(), readFileSync(dist('index.html'), 'utf8'));
    return judge(files.map((file) => ({ file, bytes: gzipSync(readFileSync(dist(file))).length })));
  } catch (error) {
    return { code: 1, output: error.message };
  }
}

/** Every script that the document loads without being asked again: its entry with all static imports,
 *  the page of the list among them, and what it names by itself. */
export function firstLoadFiles(manifest, html) {
  const chunks = new Set();
  const visit = (key) => {
    const chunk = manifest[key];
    if (chunk === undefined) throw new Error(`${key} is not in the build's manifest`);
    if (chunks.has(chunk)) return;
    chunks.add(chunk);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  visit(ENTRY);
  if (LIST in manifest) visit(LIST);
  const files = [...chunks].map(({ file }) => file);
  const named = [...html.matchAll(/<script[^>]+src="\/([^"]+)"/g)].map(([, file]) => file);
  return [...new Set([...files, ...named])].filter((file) => file.endsWith('.js'));
}

export function judge(sizes) {
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const summary = `${kilobytes(total)} of ${kilobytes(BUDGET_BYTES)} of JavaScript before the list shows`;
  if (total <= BUDGET_BYTES) return { code: 0, output: '', summary };
  const largest = sizes.toSorted((a, b) => b.bytes - a.bytes);
  const lines = largest.map(({ file, bytes }) => `  ${kilobytes(bytes)}  ${file}`);
  return { code: 1, output: [`${summary}:`, ...lines].join('\n') };
}

function readManifest() {
  const path = dist('.vite/manifest.json');
  if (!existsSync(path)) throw new Error('the build left no manifest');
  return JSON.parse(readFileSync(path, 'utf8'));
}

function dist(file) {
  return fromRoot('web/dist', file);
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} KB`;
}
