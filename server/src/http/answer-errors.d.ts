import type { AppMiddleware } from './context.ts';
/** Turns whatever is thrown into a problem document. Only what the domain refused is told; a fault is
 *  logged, and the caller learns its request id. */
export declare function answerErrors(isHttps: boolean): AppMiddleware;
