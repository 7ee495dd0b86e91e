import { describe, expect, it } from 'vitest';
import { firstLoadFiles, judge } from './first-load.mjs';

const MANIFEST = {
  'index.html': { file: 'assets/main.js', imports: ['_react.js'], dynamicImports: ['later.ts'] },
  'src/features/files/index.ts': { file: 'assets/files.js', imports: ['_react.js', '_grid.js'] },
  '_react.js': { file: 'assets/react.js', imports: ['index.html'] },
  '_grid.js': { file: 'assets/grid.js' },
  'later.ts': { file: 'assets/later.js' },
};

describe('firstLoadFiles', () => {
  it('follows static imports, each once, and leaves out what is loaded later', () => {
    const files = firstLoadFiles(MANIFEST, '<script type="module" src="/assets/main.js">');
    expect(files.sort()).toEqual(
      ['files', 'grid', 'main', 'react'].map((name) => `assets/${name}.js`),
    );
  });

  it('counts scripts that only the document names', () => {
    expect(firstLoadFiles(MANIFEST, '<script src="/theme.js"></script>')).toContain('theme.js');
  });

  it('refuses to judge when an entry has another name', () => {
    const { 'index.html': page } = MANIFEST;
    expect(() => firstLoadFiles({ 'index.html': page, '_react.js': {} }, '')).toThrow(
      'src/features/files/index.ts is not in',
    );
  });
});

describe('judge', () => {
  it('passes up to the budget', () => {
    expect(judge([{ file: 'a.js', bytes: 230_000 }]).code).toBe(0);
  });

  it('fails past it, naming the largest first', () => {
    const verdict = judge([
      { file: 'small.js', bytes: 1 },
      { file: 'large.js', bytes: 230_000 },
    ]);
    expect(verdict.code).toBe(1);
    expect(verdict.output).toMatch(/large\.js\n.*small\.js$/s);
  });
});
