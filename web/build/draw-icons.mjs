// Draws the PNG icons from public/icons/icon.svg: `node web/build/draw-icons.mjs`. Run it after the
// drawing changed, and commit what it writes.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { chromiumArguments, chromiumPath } from '../../e2e/support/chromium.ts';

const icons = (name) => fileURLToPath(new URL(`../public/icons/${name}`, import.meta.url));
const drawing = await readFile(icons('icon.svg'), 'utf8');
// A platform that masks or rounds icons itself wants the colour to the very edge, and the mark inside
// the circle of 80 % that every mask keeps.
const fullBleed = drawing
  .replace(/ rx="116"/, '')
  .replace(
    /(<rect width="512"[^>]*\/>)([\s\S]*)(<\/svg>)/,
    '$1<g transform="translate(51 51) scale(.8)">$2</g>$3',
  );

const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: chromiumArguments(),
});
const page = await browser.newPage();
for (const [name, svg, size] of [
  ['icon-192.png', drawing, 192],
  ['icon-512.png', drawing, 512],
  ['maskable-512.png', fullBleed, 512],
  ['apple-touch-180.png', fullBleed, 180],
]) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${svg}`);
  await writeFile(icons(name), await page.screenshot({ omitBackground: true }));
}
await browser.close();
