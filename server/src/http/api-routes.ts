import { type AuthDeps, routes as authRoutes } from '../features/auth/routes.ts';
import { routes as fileRoutes } from '../features/files/routes.ts';
import { routes as folderRoutes } from '../features/folders/routes.ts';
import { routes as syncRoutes } from '../features/sync/routes.ts';
import { routes as uploadRoutes } from '../features/uploads/routes.ts';
import { routes as versionRoutes } from '../features/versions/routes.ts';
import type { Route } from '../lib/route.ts';
import type { BlobStore } from '../ports/blob-store.ts';
import type { Bus } from '../ports/bus.ts';

/** What the features need between them; each takes its own part. */
export interface ApiDeps extends AuthDeps {
  readonly blobs: BlobStore;
  readonly bus: Bus;
}

export function apiRoutes(deps: ApiDeps): Route[] {
  return [
    ...authRoutes(deps),
    ...folderRoutes(deps),
    ...fileRoutes(deps),
    ...versionRoutes(deps),
    ...uploadRoutes(deps),
    ...syncRoutes(deps),
  ];
}
