import type { Answer, Route } from '../../lib/route.ts';
import type { Database, Transact } from '../../lib/tx.ts';
import type { Clock } from '../../ports/clock.ts';
import { actOnce } from './act-once.ts';
import { fingerprint } from './fingerprint.ts';
import { readKey } from './idempotency-key.ts';

/** What of a request decides whether it is a repeat. */
export interface OnceRequest {
  readonly caller: { readonly userId: string } | null;
  readonly body: unknown;
  header(name: string): string | undefined;
}

/** Gives each request its `once`. Without a key, or without anybody whose key it could be, it acts. */
export function onceFor(deps: { readonly db: Database; readonly clock: Clock }) {
  return (route: Pick<Route, 'method' | 'hasSecretBody'>, path: string, request: OnceRequest) => {
    return async <Result>(
      present: (result: Result) => Answer,
      act: (transact: Transact<Result>) => Promise<Result>,
    ): Promise<Answer> => {
      const key = readKey(request.header('idempotency-key'));
      const userId = request.caller?.userId;
      if (key === undefined || userId === undefined) {
        return present(await act((work) => deps.db.transact(work)));
      }
      const { method, hasSecretBody = false } = route;
      const identity = { userId, method, path, body: request.body, hasSecretBody };
      const requestHash = await fingerprint(identity);
      const claim = { userId, key, requestHash, now: deps.clock.now() };
      return await actOnce(deps.db, claim, present, act);
    };
  };
}
