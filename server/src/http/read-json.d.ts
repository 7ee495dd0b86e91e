import type { IncomingMessage } from 'node:http';
export declare const MAX_JSON_BYTES: number;
/** The body of a request as JSON, never more of it than the limit in memory. */
export declare function readJson(request: IncomingMessage): Promise<unknown>;
