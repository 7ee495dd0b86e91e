import { type FileHandle, open } from 'node:fs/promises';

/** Directories that stay open once they were synced: opening and closing one for every chunk costs two
 *  more hops to a thread than the sync itself. There are few, and they are never replaced. */
export class OpenDirectories {
  private readonly handles = new Map<string, Promise<FileHandle>>();

  /** Makes what happened in the directory durable. Windows cannot open one to sync it; NTFS journals
   *  renames by itself. */
  async sync(directory: string): Promise<void> {
    if (process.platform === 'win32') return;
    const handle = this.handles.get(directory) ?? this.open(directory);
    await (await handle).sync();
  }

  async close(): Promise<void> {
    const handles = await Promise.allSettled(this.handles.values());
    this.handles.clear();
    for (const handle of handles) if (handle.status === 'fulfilled') await handle.value.close();
  }

  private open(directory: string): Promise<FileHandle> {
    const handle = open(directory, 'r');
    this.handles.set(directory, handle);
    // One that could not be opened is tried again the next time.
    handle.catch(() => this.handles.delete(directory));
    return handle;
  }
}
