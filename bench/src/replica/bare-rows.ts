import type { Page } from '../support/chromium/page.ts';

export interface BareTimes {
  readonly writeMs: number;
  readonly readFolderMs: number;
  readonly readAllMs: number;
}

/** What the browser's own database takes for the same rows, each a record, with an index on folders and
 *  one on the trash: writing all of them a thousand at a time, reading those of one folder, and reading
 *  all. */
export function timeBareRows(page: Page, folderId: string): Promise<BareTimes> {
  return page.run(async (parentId) => {
    const rows: object[] = [];
    for (let query = ''; ; ) {
      const page = await (await fetch(`/api/v1/sync/changes?limit=1000${query}`)).json();
      for (const { node } of page.changes) rows.push({ ...node, isTrashRoot: 0, appliedAt: 0 });
      if (!page.hasMore) break;
      query = `&cursor=${encodeURIComponent(page.cursor)}`;
    }
    const bare = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open(`bare ${Math.random()}`, 1);
      opening.onupgradeneeded = () => {
        const store = opening.result.createObjectStore('nodes', { keyPath: 'id' });
        store.createIndex('children', ['parentId', 'isTrashRoot']);
        store.createIndex('trashedAt', 'trashedAt');
      };
      opening.onsuccess = () => resolve(opening.result);
    });
    const begun = performance.now();
    for (let from = 0; from < rows.length; from += 1000) {
      await new Promise<unknown>((resolve) => {
        const tx = bare.transaction('nodes', 'readwrite');
        for (const row of rows.slice(from, from + 1000)) tx.objectStore('nodes').put(row);
        tx.oncomplete = resolve;
      });
    }
    const written = performance.now();
    await new Promise<unknown>((resolve) => {
      const index = bare.transaction('nodes').objectStore('nodes').index('children');
      index.getAll([parentId, 0]).onsuccess = resolve;
    });
    const readFolder = performance.now();
    await new Promise<unknown>((resolve) => {
      bare.transaction('nodes').objectStore('nodes').getAll().onsuccess = resolve;
    });
    const readAll = performance.now();
    bare.close();
    return {
      writeMs: written - begun,
      readFolderMs: readFolder - written,
      readAllMs: readAll - readFolder,
    };
  }, folderId);
}
