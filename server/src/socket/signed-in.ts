import {
  filterLiveSessions,
  keepSessions,
  type SessionDeps,
  sessionsTopic,
} from '../features/auth/index.ts';
import type { Bus } from '../ports/bus.ts';
import { CLOSE_CODES } from './closing.ts';
import type { Peer } from './peer.ts';

/** A device holds one socket, in whatever tab leads. */
export const MAX_SOCKETS_PER_USER = 100;

const SESSION_ENDED = { code: CLOSE_CODES.unauthenticated, reason: 'Signed out' };

interface Known {
  readonly peers: Set<Peer>;
  readonly stop: () => void;
}

/** Whose sockets these are: closes those whose session has ended. */
export class SignedIn {
  readonly #users = new Map<string, Known>();

  constructor(
    private readonly deps: SessionDeps & { readonly bus: Bus },
    private readonly failed: (error: unknown) => void,
  ) {}

  get peers(): Peer[] {
    return [...this.#users.values()].flatMap(({ peers }) => [...peers]);
  }

  countOf(userId: string): number {
    return this.#users.get(userId)?.peers.size ?? 0;
  }

  add(peer: Peer): void {
    this.#know(peer.caller.userId).peers.add(peer);
  }

  delete(peer: Peer): void {
    const { userId } = peer.caller;
    const known = this.#users.get(userId);
    known?.peers.delete(peer);
    if (known?.peers.size !== 0) return;
    known.stop();
    this.#users.delete(userId);
  }

  /** Closes those of these peers whose session is over. */
  async check(peers: readonly Peer[]): Promise<void> {
    const live = await filterLiveSessions(this.deps, sessionsOf(peers));
    for (const peer of peers) if (!live.has(peer.caller.sessionId)) peer.close(SESSION_ENDED);
  }

  /** Looks at all of them; holding a socket is a use of its session. */
  async keep(): Promise<void> {
    const peers = this.peers;
    if (peers.length === 0) return;
    await keepSessions(this.deps, sessionsOf(peers));
    await this.check(peers);
  }

  #know(userId: string): Known {
    const known = this.#users.get(userId);
    if (known !== undefined) return known;
    const peers = new Set<Peer>();
    const stop = this.deps.bus.subscribe(sessionsTopic(userId), () => {
      this.check([...peers]).catch(this.failed);
    });
    const added = { peers, stop };
    this.#users.set(userId, added);
    return added;
  }
}

function sessionsOf(peers: readonly Peer[]): string[] {
  return [...new Set(peers.map(({ caller }) => caller.sessionId))];
}
