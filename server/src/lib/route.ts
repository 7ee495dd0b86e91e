import type { Readable } from 'node:stream';
import type * as v from 'valibot';
import type { Transact } from './tx.ts';

/** Who may call a route: anyone (then nobody asks who it is), or only somebody who is signed in. */
export type Access = 'public' | 'signed-in';

export interface Answer {
  readonly status: number;
  /** An object is sent as JSON; a stream as it is (then `headers` names type and length). */
  readonly body?: object | Readable;
  readonly headers?: Readonly<Record<string, string>>;
  /** The session cookie's new value; null removes it. */
  readonly session?: { readonly token: string; readonly maxAgeSeconds: number } | null;
}

/** The signed-in caller. */
export interface Caller {
  readonly userId: string;
  readonly displayName: string;
  readonly sessionId: string;
}

/** One request, without anything of the HTTP framework. */
export interface ApiRequest<
  Who = Caller | null,
  Params = unknown,
  Query = unknown,
  Body = unknown,
> {
  readonly caller: Who;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** A request header by its lower-case name. */
  header(name: string): string | undefined;
  /** The raw body, for routes with `body: 'stream'`. */
  readonly stream: Readable;
  readonly address: string;
  /** Aborts when the client hangs up. */
  readonly signal: AbortSignal;
  /** Acts once per Idempotency-Key: `act` gets the transaction to work in, and the answer that
   *  `present` makes of its result is recorded in that same transaction, so a repeat gets the same
   *  answer even after a crash. Without a key it simply acts. `act` calls its transaction once. */
  once<Result>(
    present: (result: Result) => Answer,
    act: (transact: Transact<Result>) => Promise<Result>,
  ): Promise<Answer>;
}

type Schema = v.GenericSchema<unknown, unknown>;
type Output<S> = S extends Schema ? v.InferOutput<S> : undefined;
type Who<A extends Access> = A extends 'signed-in' ? Caller : null;

export interface RouteInput<
  A extends Access,
  P extends Schema | undefined,
  Q extends Schema | undefined,
  B extends Schema | 'stream' | undefined,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`, in the router's syntax: `/upload/:uploadId/check`. GET answers HEAD too. */
  readonly path: string;
  readonly access: A;
  readonly params?: P;
  readonly query?: Q;
  /** A schema for a JSON body, or `stream` for raw bytes that the handler reads itself. Of a stream
   *  the HTTP layer has checked that it is `application/octet-stream` and names its length. */
  readonly body?: B;
  /** The body holds a password: nothing that could be guessed from is kept of it. */
  readonly hasSecretBody?: boolean;
  handle(request: ApiRequest<Who<A>, Output<P>, Output<Q>, Output<B>>): Promise<Answer>;
}

/** A route with its types forgotten, as the HTTP layer mounts it. */
export interface Route {
  readonly method: RouteInput<Access, undefined, undefined, undefined>['method'];
  readonly path: string;
  readonly access: Access;
  readonly params?: Schema | undefined;
  readonly query?: Schema | undefined;
  readonly body?: Schema | 'stream' | undefined;
  readonly hasSecretBody?: boolean | undefined;
  handle(request: ApiRequest<Caller | null>): Promise<Answer>;
}

/** Declares a route. The HTTP layer has checked access and parsed every part by its schema before
 *  `handle` runs, which is what makes forgetting the types sound. */
export function route<
  A extends Access,
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | 'stream' | undefined = undefined,
>(input: RouteInput<A, P, Q, B>): Route {
  return input as unknown as Route;
}

export const ok = (body: object): Answer => ({ status: 200, body });
export const created = (body: object): Answer => ({ status: 201, body });
export const noContent = (): Answer => ({ status: 204 });
