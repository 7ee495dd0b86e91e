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

  it('takes the list for a part of the entry where it has no script of its own', () => {
    const { 'src/features/files/index.ts': _list, ...rest } = MANIFEST;
    expect(firstLoadFiles(rest, '').sort()).toEqual(['assets/main.js', 'assets/react.js']);
  });

  it('refuses to judge when the entry has another name', () => {
    expect(() => firstLoadFiles({ '_react.js': { file: 'assets/react.js' } }, '')).toThrow(
      'index.html is not in',
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
