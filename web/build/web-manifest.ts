import type { ManifestOptions } from 'vite-plugin-pwa';
import { openedFiles } from './opened-files.ts';

/** What an installed Satchel is called and looks like. */
export const webManifest: Partial<ManifestOptions> = {
  id: '/',
  name: 'Satchel',
  short_name: 'Satchel',
  description: 'Your files, on every device. They arrive even if you close the tab.',
  lang: 'en',
  start_url: '/files',
  scope: '/',
  display: 'standalone',
  display_override: ['standalone', 'minimal-ui'],
  background_color: '#f6f4f1',
  theme_color: '#f6f4f1',
  categories: ['productivity', 'utilities'],
  icons: [
    { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
    { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
  ],
  // The service worker answers this address, also without a network; no server has it.
  share_target: {
    action: '/share',
    method: 'POST',
    enctype: 'multipart/form-data',
    params: { files: [{ name: 'files', accept: ['*/*'] }] },
  },
  file_handlers: [{ action: '/files', accept: openedFiles }],
  launch_handler: { client_mode: ['focus-existing', 'auto'] },
  shortcuts: [
    { name: 'My files', url: '/files' },
    { name: 'Trash', url: '/trash' },
  ],
};
