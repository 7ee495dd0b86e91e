import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import Koa from 'koa';
import websockify from 'koa-websocket';
import { writeSessionCookie } from '../http/session-cookie.ts';
import { Refusal, refuse } from '../lib/refuse.ts';
import { authorizeUpgrade, type Verdict } from './authorize-upgrade.ts';
import { CLOSE_CODES, dismiss } from './closing.ts';
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
  const verdicts = new WeakMap<IncomingMessage, Verdict>();
  const { ws } = websockify(new Koa());
  const admit = async (request: IncomingMessage): Promise<void> => {
    if (request.url?.split('?')[0] !== PATH) refuse('not-found');
    verdicts.set(request, await authorizeUpgrade(deps, request));
  };
  // Synchronous, so that nothing which comes right behind the upgrade is missed.
  ws.use(({ websocket, req }) => {
    const verdict = verdicts.get(req);
    if (verdict?.kind === 'welcome') hub.welcome(websocket, verdict.caller, verdict.positions);
    else dismiss(websocket, verdict?.farewell ?? FAULT);
  });
  ws.listen({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: MAX_PAYLOAD_BYTES,
    verifyClient: ({ req }, answer) => {
      admit(req).then(
        () => answer(true),
        (error: unknown) => {
          if (!(error instanceof Refusal)) deps.log.error({ err: error }, 'fault');
          const { status, body, headers } = upgradeProblem(error);
          answer(false, status, body, headers);
        },
      );
    },
  });
  const isSecure = deps.publicUrl?.protocol === 'https:';
  ws.server?.on('headers', (headers, request) => {
    const verdict = verdicts.get(request);
    if (verdict?.kind !== 'welcome' || verdict.renewed === undefined) return;
    headers.push(`Set-Cookie: ${writeSessionCookie(verdict.renewed, isSecure)}`);
  });
  return {
    upgrade: (request, connection, head) =>
      ws.server?.handleUpgrade(request, connection, head, (socket) =>
        ws.server?.emit('connection', socket, request),
      ),
    close: () => hub.close(),
  };
}

const FAULT = { code: CLOSE_CODES.tryAgainLater, reason: 'Try again later' };
