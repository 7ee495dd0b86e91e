import type Koa from 'koa';
import { type ApiDeps } from './api-routes.ts';
import type { RequestState } from './context.ts';
import { type HttpOptions } from './http-app.ts';
export type AppDeps = ApiDeps & HttpOptions;
/** The whole server: every feature behind HTTP. */
export declare function createApp(deps: AppDeps): Koa<RequestState>;
