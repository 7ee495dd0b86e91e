import type { Log } from '../lib/log.ts';
import { type Route } from '../lib/route.ts';
/** Something that must answer before this server can serve. */
export interface Probe {
  readonly name: string;
  run(): Promise<unknown>;
}
/** `/healthz`: the process lives. `/readyz`: it can serve, for every store answers. */
export declare function healthRoutes(probes: readonly Probe[], log: Log): Route[];
