import { uuidv7 } from 'uuidv7';
import { subtleDigest } from '../../../worker/src/digest/subtle-digest.ts';
import type { StagedPart } from '../../../worker/src/local/staged-chunks.ts';
import type { UploadRow } from '../../../worker/src/local/uploads.ts';
import type { Person } from '../wire.ts';
import type { Modules } from './modules.ts';

/** What a person can do about an upload that stands still. */
type WayOn = 'version' | 'rename' | 'skip' | 'restore' | 'elsewhere' | 'remove';

/** The files that a person adds on a device, and what they do about those that get stuck. */
export class Files {
  /** The bytes of every upload that was ever begun, by its id. */
  readonly begun = new Map<string, Uint8Array<ArrayBuffer>>();
  /** Those that were taken off the queue on purpose. */
  readonly givenUp = new Set<string>();
  readonly #modules: Modules;
  readonly #person: Person;
  #lastModified = 1_700_000_000_000;

  constructor(modules: Modules, person: Person) {
    this.#modules = modules;
    this.#person = person;
  }

  begin(): void {
    this.begun.clear();
    this.givenUp.clear();
  }

  /** As files and folders are dropped: `path` leads from the folder to the file. */
  async add(folderId: string, path: readonly string[], bytes: Uint8Array<ArrayBuffer>) {
    const { addTree, stage, storeParts } = this.#modules;
    this.#lastModified += 60_000;
    const source = new File([bytes], path.at(-1) ?? '', { lastModified: this.#lastModified });
    const { id: userId } = this.#person.user;
    const where = { userId, stager: 'tab', folderId, newId: uuidv7 };
    const entries = [{ kind: 'file', path, source }] as const;
    const queued = await addTree.addTree({ ...where, entries });
    for (const { uploadId } of queued) this.begun.set(uploadId, bytes);
    const store = (parts: readonly StagedPart[]) =>
      storeParts.storeParts(storeParts.browserRoom, parts);
    const filled = queued.filter(() => source.size > 0);
    await stage.stage({ digest: subtleDigest, now: Date.now, store }, filled);
  }

  rows(): Promise<UploadRow[]> {
    return this.#modules.uploads.readUploads(this.#person.user.id);
  }

  async countUnfinished(): Promise<number> {
    return this.#modules.uploads.countUnfinished(this.#person.user.id);
  }

  /** Those that go no further without their person. */
  async stuck(): Promise<UploadRow[]> {
    const rows = await this.rows();
    return rows.filter((row) => row.state !== 'done' && !this.#modules.uploads.isActive(row));
  }

  async cancel(nth: number): Promise<void> {
    const rows = (await this.rows()).filter(({ state }) => state !== 'done');
    const row = rows[nth % Math.max(1, rows.length)];
    if (row !== undefined) await this.#remove(row.id);
  }

  /** Does one of the things that the list of transfers offers. `restore` brings the folder back. */
  async goOn(row: UploadRow, choice: number, restore: (folderId: string) => Promise<void>) {
    const { id, folderId, filename } = row;
    const { names, uploadQueue } = this.#modules;
    const ways = waysOn(row);
    const way = ways[choice % ways.length];
    if (way === 'version' || way === 'rename') return names.answerQuestions([id], way);
    if (way === 'restore') {
      await restore(folderId);
      return uploadQueue.tellUploads(this.#person.user.id, { type: 'retry' }, [id]);
    }
    await this.#remove(id);
    if (way !== 'elsewhere') return;
    const bytes = this.begun.get(id) ?? new Uint8Array();
    await this.add(this.#person.user.rootFolderId, [filename], bytes);
  }

  async #remove(id: string): Promise<void> {
    this.givenUp.add(id);
    await this.#modules.uploadQueue.removeUploads([id]);
  }
}

function waysOn({ state, awaitsAnswer, failure, base, filename }: UploadRow): readonly WayOn[] {
  if (awaitsAnswer) return ['version', 'rename', 'skip'];
  const code = state === 'failed' ? failure?.code : state;
  if (code === 'in-trash' && base === null) return ['restore', 'elsewhere', 'remove'];
  if (code === 'in-trash' || code === 'not-found') return ['elsewhere', 'remove'];
  throw new Error(`“${filename}” got stuck, and nothing helps: ${code}`);
}
