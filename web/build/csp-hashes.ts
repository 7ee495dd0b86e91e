import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

const CREATES_STYLE = /createElement\(['"]style['"]\)/;
const STYLE_TEXT = /\.textContent = `([^`]*)`\.trim\(\)/;
const REFERENCE = /\$\{([\w$]+)\}/g;

/** Writes `csp.json`: the hashes of the `<style>` elements that libraries add at run time, which the
 *  server allows in `style-src`. A library that adds one we cannot read fails the build, since the
 *  browser would refuse it silently. */
export function cspHashes(): Plugin {
  const hashes = new Set<string>();
  return {
    name: 'csp-hashes',
    apply: 'build',
    transform(code, id) {
      if (!CREATES_STYLE.test(code) || !id.includes('node_modules')) return null;
      if (id.includes('/react-dom/')) return null;
      const text = STYLE_TEXT.exec(code)?.[1];
      if (text === undefined) this.error(`${id} adds a style element whose text is not known`);
      hashes.add(hashOf(resolveReferences(text, code)));
      return null;
    },
    generateBundle() {
      const source = JSON.stringify({ styleHashes: [...hashes].sort() });
      this.emitFile({ type: 'asset', fileName: 'csp.json', source });
    },
  };
}

function resolveReferences(text: string, code: string): string {
  const resolved = text.replace(REFERENCE, (_, name: string) => {
    const escaped = name.replaceAll('$', '\\$');
    const value = new RegExp(`const ${escaped} = ['"]([^'"]*)['"]`).exec(code)?.[1];
    if (value === undefined) throw new Error(`${name} is not a plain string`);
    return value;
  });
  return resolved.trim();
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
