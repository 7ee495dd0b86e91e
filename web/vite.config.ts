import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { cspHashes } from './build/csp-hashes.ts';
import { patientParts } from './build/patient-parts.ts';
import { precompress } from './build/precompress.ts';
import { sharedChunks } from './build/shared-chunks.ts';
import { webManifest } from './build/web-manifest.ts';
import packageJson from './package.json' with { type: 'json' };

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = process.env.SATCHEL_SERVER ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: here('.'),
  plugins: [
    react(),
    patientParts(),
    cspHashes(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: '../worker/src',
      filename: 'service-worker.ts',
      registerType: 'prompt',
      injectRegister: false,
      manifest: webManifest,
      includeManifestIcons: false,
      injectManifest: {
        rollupFormat: 'iife',
        globPatterns: ['**/*.{js,css,html,svg,png,wasm,webmanifest}'],
        // Of the icons the app itself shows two; the others are for the system, which asks for them when
        // it installs the app.
        globIgnores: ['service-worker.js', 'icons/{icon-512,maskable-512,apple-touch-180}.png'],
        // Hashed files say their version in their name already.
        dontCacheBustURLsMatching: /^assets\//,
      },
      devOptions: { enabled: true, type: 'module' },
    }),
    precompress(),
  ],
  define: { 'import.meta.env.SATCHEL_VERSION': JSON.stringify(packageJson.version) },
  worker: { format: 'es' },
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    manifest: true,
    target: ['chrome123', 'edge123', 'firefox128', 'safari17.5'],
    // An inlined asset would be a data: URL, which the Content-Security-Policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One style sheet: a part never waits for its own, and it is one file to ask for and to keep.
    cssCodeSplit: false,
    rolldownOptions: { output: { codeSplitting: sharedChunks } },
    reportCompressedSize: false,
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': { target: server, ws: true }, '/s/': { target: server } },
  },
});
