// One request on its way from the browser to the server and back.

import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { Call } from './call.ts';
import type { Stage } from './faults.ts';

export interface Exchange {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly call: Call;
}

export interface Carrier {
  readonly target: URL;
  readonly agent: http.Agent;
  /** Resolves when the request may go on from here; throws when it is to be cut off. */
  pass(stage: Stage, call: Call): Promise<void>;
  /** The server has answered; the browser does not know yet. */
  onAnswer(status: number, call: Call): void;
}

/** Throws when either end breaks off or a fault cuts it off. */
export async function carry({ req, res, call }: Exchange, carrier: Carrier): Promise<void> {
  await carrier.pass('arrived', call);
  const upstream = open(req, carrier);
  res.once('close', () => upstream.destroy());
  const answer = once(upstream, 'response') as Promise<[IncomingMessage]>;
  const half = call.body.length >> 1;
  upstream.write(call.body.subarray(0, half));
  // A server that dies, or answers already, is not waited for.
  await Promise.race([carrier.pass('half-sent', call), answer]);
  upstream.end(call.body.subarray(half));
  const [response] = await answer;
  carrier.onAnswer(response.statusCode ?? 0, call);
  await carrier.pass('answered', call);
  passBack(response, res);
}

function open(req: IncomingMessage, { target, agent }: Carrier): http.ClientRequest {
  const { method, headers } = req;
  const { hostname, port } = target;
  return http.request({ hostname, port, agent, method, path: req.url, headers });
}

function passBack(response: IncomingMessage, res: ServerResponse): void {
  res.writeHead(response.statusCode ?? 502, withoutReuse(response.headers));
  response.once('error', () => res.destroy());
  response.pipe(res);
}

/** A browser repeats by itself, unknown to the app, what breaks off on a connection that it has used
 *  before. Every request gets a connection of its own, so that what is counted is the app's doing. */
export function withoutReuse(headers: http.OutgoingHttpHeaders): http.OutgoingHttpHeaders {
  return { ...headers, connection: 'close' };
}
