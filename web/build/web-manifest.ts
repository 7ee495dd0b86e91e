import type { ManifestOptions } from 'vite-plugin-pwa';

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
  shortcuts: [
    { name: 'My files', url: '/files' },
    { name: 'Trash', url: '/trash' },
  ],
};
