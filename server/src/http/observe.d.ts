import { type Log } from '../lib/log.ts';
import type { AppMiddleware } from './context.ts';
import type { Metrics } from './metrics.ts';
/** Numbers each request, and writes one log line and one metrics sample when it has ended. */
export declare function observe(log: Log, metrics: Metrics): AppMiddleware;
