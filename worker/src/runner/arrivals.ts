// Shows files that arrived: brings them into the replica. One is fetched alone; where many arrive in
// a folder, the folder is listed instead, ever more rarely the longer that takes. Where all of the
// tree is followed nothing is asked: they come with the changes.

import { readAccount, recordUser } from '../local/account.ts';
import { isTreeComplete } from '../local/feed-position.ts';
import type { Api } from '../net/api.ts';
import type { Arrival } from './ports.ts';
import { refreshChildren, refreshNode } from './refresh.ts';

const FETCHED_ALONE = 6;
const PAUSE_MS = 1500;
/** A listing that takes a second is asked for every ten. */
const PAUSE_FACTOR = 10;

export class Arrivals {
  readonly #api: Api;
  readonly #waiting = new Map<string, Set<string>>();
  #work: Promise<void> | null = null;

  constructor(api: Api) {
    this.#api = api;
  }

  add(arrivals: readonly Arrival[]): void {
    for (const { folderId, fileId } of arrivals) {
      const files = this.#waiting.get(folderId) ?? new Set();
      this.#waiting.set(folderId, files.add(fileId));
    }
    this.#work ??= this.#show().finally(() => {
      this.#work = null;
    });
  }

  /** Resolves when all that arrived is shown. */
  async settled(): Promise<void> {
    await this.#work;
  }

  async #show(): Promise<void> {
    while (this.#waiting.size > 0) {
      if (await isTreeComplete()) return this.#waiting.clear();
      const startedAt = Date.now();
      const batch = [...this.#waiting];
      this.#waiting.clear();
      await Promise.all(batch.map(([folderId, files]) => this.#showIn(folderId, [...files])));
      await this.#showUsage();
      const tookMs = Date.now() - startedAt;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS + tookMs * PAUSE_FACTOR));
    }
  }

  // A failure here loses nothing: a screen asks for its folder again when it opens.
  async #showIn(folderId: string, files: readonly string[]): Promise<void> {
    const { nodes } = this.#api;
    const shown =
      files.length > FETCHED_ALONE
        ? refreshChildren(nodes, folderId)
        : Promise.all(files.map((id) => refreshNode(nodes, id)));
    await Promise.resolve(shown).catch(ignored);
  }

  async #showUsage(): Promise<void> {
    const { user, isSignedIn } = await readAccount();
    if (!isSignedIn || user === null) return;
    await this.#api.auth.me().then(recordUser).catch(ignored);
  }
}

function ignored(error: unknown): void {
  console.debug('could not show what arrived', error);
}
