import { type AuthDeps } from '../features/auth/routes.ts';
import type { Route } from '../lib/route.ts';
import type { BlobStore } from '../ports/blob-store.ts';
import type { Bus } from '../ports/bus.ts';
/** What the features need between them; each takes its own part. */
export interface ApiDeps extends AuthDeps {
  readonly blobs: BlobStore;
  readonly bus: Bus;
}
export declare function apiRoutes(deps: ApiDeps): Route[];
