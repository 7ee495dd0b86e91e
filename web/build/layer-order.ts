import type { Plugin } from 'vite';

const ORDER = '@layer base, components, features;\n';

/** Says the order of the layers in every stylesheet: whichever loads first decides it, and with the
 *  styles split by page that can be any of them. */
export function layerOrder(): Plugin {
  return {
    name: 'layer-order',
    enforce: 'pre',
    transform(code, id) {
      return id.split('?')[0]?.endsWith('.css') ? { code: ORDER + code, map: null } : null;
    },
  };
}
