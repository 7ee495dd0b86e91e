import type { Node } from '@satchel/shared/wire/nodes';

/** How true what is shown of a folder is. */
export type Freshness =
  /** `listed` rows have come so far, where more are to come. */
  | { readonly is: 'asking'; readonly listed: number }
  | { readonly is: 'fresh' }
  | { readonly is: 'gone' }
  /** It is in the trash with `trashed`: itself, or a folder above it. */
  | { readonly is: 'trashed'; readonly trashed: Node }
  | { readonly is: 'failed'; readonly failure: unknown };
