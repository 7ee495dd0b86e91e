import type { AppMiddleware } from './context.ts';
/** The web app: its files, and its page for every address that a person can navigate to. */
export declare function serveWeb(directory: string): AppMiddleware;
