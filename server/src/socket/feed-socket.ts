import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import Koa from 'koa';
import websockify from 'koa-websocket';
import { answerClientError } from '../http/client-error.ts';
import { writeSessionCookie } from '../http/session-cookie.ts';
import type { Log } from '../lib/log.ts';
import { refuse } from '../lib/refuse.ts';
import { authorizeUpgrade, type Verdict } from './authorize-upgrade.ts';
import { CLOSE_CODES, dismiss, type Socket } from './closing.ts';
import { FeedHub, type FeedHubDeps, type Pace } from './feed-hub.ts';
import { upgradeProblem } from './upgrade-problem.ts';

export interface FeedSocketDeps extends FeedHubDeps {
  /** The address that people use, where it is known. */
  readonly publicUrl?: URL | undefined;
}

export interface FeedSocket {
  /** Takes a connection over that asked for a WebSocket. */
  upgrade(request: IncomingMessage, connection: Duplex, head: Buffer): void;
  /** Says goodbye to every socket; resolves when they are gone. */
  close(): Promise<void>;
}

const TRY_AGAIN = { code: CLOSE_CODES.tryAgainLater, reason: 'Try again later' };
const PATH = '/api/v1/sync/ws';
// Nothing that a client says means anything.
const MAX_PAYLOAD_BYTES = 1024;

const USUAL: Pace = {
  sweepMs: 1_000,
  pingMs: 30_000,
  silenceMs: 60_000,
  sessionsMs: 30_000,
};

/** `WS /sync/ws`: the only WebSocket. */
export function createFeedSocket(deps: FeedSocketDeps, pace: Partial<Pace> = {}): FeedSocket {
  const hub = new FeedHub(deps, { ...USUAL, ...pace });
  const verdicts: Verdicts = new WeakMap();
  const { ws } = websockify(new Koa());
  // Synchronous, so that nothing which comes right behind the upgrade is missed.
  ws.use(({ websocket, req }) => greet(hub, deps.log, websocket, verdicts.get(req)));
  ws.listen({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: MAX_PAYLOAD_BYTES,
    verifyClient: ({ req }, answer) => {
      admit(deps, verdicts, req).then(
        () => answer(true),
        (error: unknown) => {
          const { status, body, headers } = upgradeProblem(error, deps.log);
          answer(false, status, body, headers);
        },
      );
    },
  });
  const isSecure = deps.publicUrl?.protocol === 'https:';
  ws.server?.on('headers', (headers, request) => {
    headers.push(...cookieHeaders(verdicts.get(request), isSecure));
  });
  ws.server?.on('wsClientError', answerClientError);
  return {
    upgrade: (request, connection, head) =>
      ws.server?.handleUpgrade(request, connection, head, (socket) =>
        ws.server?.emit('connection', socket, request),
      ),
    close: () => hub.close(),
  };
}

type Verdicts = WeakMap<IncomingMessage, Verdict>;

async function admit(
  deps: FeedSocketDeps,
  verdicts: Verdicts,
  request: IncomingMessage,
): Promise<void> {
  if (request.url?.split('?')[0] !== PATH) refuse('not-found');
  verdicts.set(request, await authorizeUpgrade(deps, request));
}

/** Never throws: the library would leave the socket open and say nothing. */
function greet(hub: FeedHub, log: Log, socket: Socket, verdict: Verdict | undefined): void {
  try {
    if (verdict?.kind === 'welcome') {
      hub.welcome(socket, verdict.caller, verdict.positions);
    } else {
      const farewell = verdict?.farewell ?? TRY_AGAIN;
      log.info({ code: farewell.code }, 'refused a socket');
      dismiss(socket, farewell);
    }
  } catch (error) {
    log.error({ err: error }, 'fault');
    dismiss(socket, TRY_AGAIN);
  }
}

/** A session that is prolonged by the upgrade has its cookie prolonged too. */
function cookieHeaders(verdict: Verdict | undefined, isSecure: boolean): string[] {
  if (verdict?.kind !== 'welcome' || verdict.renewed === undefined) return [];
  return [`Set-Cookie: ${writeSessionCookie(verdict.renewed, isSecure)}`];
}
