import type { Node } from '@satchel/shared/wire/nodes';
import { randomFile, upload } from './uploads.ts';
import type { Person } from './wire.ts';

/** Numbers that look random and are the same for the same seed, from 0 up to 1. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Does whatever a person can do to a tree, in an order that a seed decides. What the server refuses
 *  is refused; nothing may fail. */
export class RandomDeeds {
  readonly #ids: string[] = [];

  constructor(
    private readonly who: Person,
    private readonly random: () => number,
  ) {}

  async act(): Promise<void> {
    const deeds = [
      ...Array.from({ length: 4 }, () => () => this.#createFolder()),
      ...Array.from({ length: 4 }, () => () => this.#upload({})),
      ...Array.from({ length: 3 }, () => () => this.#move()),
      ...Array.from({ length: 3 }, () => () => this.#trash()),
      () => this.#rename(),
      () => this.#upload({ fileId: this.#id(), baseVersion: this.random() < 0.5 ? 1 : 9 }),
      () => this.who.post(`/files/${this.#id()}/restore`),
      () => this.who.post(`/files/${this.#id()}/restore`),
      () => this.who.delete(`/trash/${this.#id()}`),
      () => (this.random() < 0.2 ? this.who.delete('/trash') : this.#rename()),
    ];
    await this.#pick(deeds)?.();
  }

  async #createFolder(): Promise<void> {
    const body = { name: this.#name(), parentId: this.#folder() };
    const answer = await this.who.post<{ folder?: Node }>('/folders', body);
    if (answer.body.folder !== undefined) this.#ids.push(answer.body.folder.id);
  }

  /** A new file, a version of one or a conflicted copy. */
  async #upload(named: object): Promise<void> {
    const body = { filename: this.#name(), folderId: this.#folder(), ...named };
    const file = randomFile(1 + Math.floor(this.random() * 100));
    const done = await upload(this.who, file, body).catch(() => undefined);
    if (done !== undefined) this.#ids.push(done.fileId);
  }

  #rename() {
    return this.who.patch(`/files/${this.#id()}`, { name: this.#name() });
  }

  #move() {
    return this.who.patch(`/files/${this.#id()}`, { folderId: this.#folder() });
  }

  #trash() {
    return this.who.delete(`/files/${this.#id()}`);
  }

  #id(): string {
    return this.#pick(this.#ids) ?? this.who.user.rootFolderId;
  }

  /** Often the root; sometimes a file, which is refused. */
  #folder(): string | null {
    return this.random() < 0.3 ? null : this.#id();
  }

  #name(): string {
    return this.#pick(['a', 'b', 'c', 'A', 'a.txt', 'b.txt']) ?? 'a';
  }

  #pick<Item>(items: readonly Item[]): Item | undefined {
    return items[Math.floor(this.random() * items.length)];
  }
}
