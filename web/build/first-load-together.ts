const PACKAGES = [
  'dexie',
  'valibot',
  'uuidv7',
  'zustand',
  'use-sync-external-store',
  'lucide-react/dist/esm/(shared|Icon|context|createLucideIcon)',
  'lucide-react/dist/esm/icons/(check|chevron-right|clock-3|folder-input|folder-open|circle-off)',
  'lucide-react/dist/esm/icons/(download|x|ellipsis|minus|arrow-up|arrow-down)\\.',
  'react-aria-components/dist/private/(Text|Autocomplete|SharedElementTransition)',
  'react-aria/dist/private/(focus/FocusScope|visually-hidden|utils/shadowdom)',
];

const OURS = [
  'shared/src/(errors|limits|chunk-plan|case-fold|names|free-name|natural-order|utf8)',
  'shared/src/(derived-names|wire/(problem|primitives|users|nodes|uploads))',
  'worker/src/net/(api|api-error|send|auth-api|node-api|upload-api|metered)',
  'worker/src/local/(database|account|wipe|nodes|presence|connection|settings|outbox)',
  'worker/src/local/(transfer-limits|node-writes|listings|not-queued|node-news|follow-nodes)',
  'worker/src/local/(follow-deed|feed-position)',
  'worker/src/engine/(rate|upload|facts|outcomes|retry-delay|verdict|refusal|cells|step)',
  'worker/src/page/tab',
  'web/src/lib/(count-words|format-time|use-now|transfer-phase|pick-files|folder-address)',
  'web/src/lib/(use-way-to-server|use-whole-tree|file-kind|split-name|deeds/deed-notice)',
  'web/src/lib/parts/bring-part',
  'web/src/ui/(FileIcon|FileName|toasts/toast-store)',
];

/** What every page needs, and pages that open later need too: left to itself the bundler would cut it
 *  into dozens of scripts, which compress badly, since each is what a certain set of pages shares. */
export const firstLoadTogether = {
  groups: [
    {
      name: 'ground',
      test: new RegExp(
        `/node_modules/(${PACKAGES.join('|')})|/(${OURS.join('|')})\\.tsx?$|preload-helper`,
      ),
    },
  ],
};
