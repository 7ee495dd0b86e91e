import { keepSessions, type SessionDeps, sessionsTopic } from '../features/auth/index.ts';
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

  /** Closes those of these peers whose session is over; holding a socket is a use of the others. */
  async check(peers: readonly Peer[]): Promise<void> {
    if (peers.length === 0) return;
    const ids = new Set(peers.map(({ caller }) => caller.sessionId));
    const live = await keepSessions(this.deps, [...ids]);
    for (const peer of peers) if (!live.has(peer.caller.sessionId)) peer.close(SESSION_ENDED);
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
