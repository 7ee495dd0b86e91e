import { describe, expect, it } from 'vitest';
import { refusal } from '../../test/fuzz/fake-server.ts';
import { aFolder, aNode } from '../../test/nodes.ts';
import { Scene, THREAD } from '../../test/scene.ts';

describe('planned folders', () => {
  const plan = (scene: Scene, id: string, parentId: string, name = id) => {
    const facts = { userId: 'ada', position: 0, attempts: 0, retryAt: 0 };
    scene.store.planned.set(id, { ...facts, id, parentId, name });
  };

  it('are made parents first, before what goes into them', async () => {
    const scene = new Scene();
    plan(scene, 'inner', 'outer');
    plan(scene, 'outer', 'root');
    await scene.add({ totalChunks: 0, state: 'queued', folderId: 'inner' });
    await scene.during(scene.uploader().pump({ retryNow: false }));
    expect([...scene.server.folders]).toEqual(['root', 'outer', 'inner']);
    expect(scene.state()).toBe('done');
  });

  const taken = (scene: Scene, sibling: Parameters<typeof aNode>[0]) => {
    const names: string[] = [];
    const node = sibling?.kind === 'folder' ? aFolder(sibling) : aNode(sibling);
    return {
      names,
      ports: {
        folders: {
          createFolder: async ({
            name,
            id,
            parentId,
          }: {
            name: string;
            id: string;
            parentId: string;
          }) => {
            names.push(name);
            if (name.toLowerCase() === node.name.toLowerCase()) throw refusal('name-taken');
            scene.server.folders.add(id);
            return aFolder({ id, parentId, name });
          },
          list: async (_id: string, page: { cursor?: string } = {}) =>
            page.cursor === undefined
              ? { items: [aNode({ name: 'other' })], nextCursor: 'next' }
              : { items: [node], nextCursor: null },
        },
      },
    };
  };

  it('get a number where a file has their name', async () => {
    const scene = new Scene();
    plan(scene, 'f', 'root', 'Trips');
    const { names, ports } = taken(scene, { name: 'trips' });
    await scene.during(scene.uploader(ports).pump({ retryNow: false }));
    expect(names).toEqual(['Trips', 'Trips (2)']);
    expect(scene.store.planned.size).toBe(0);
  });

  it('are joined to the folder that has their name, in whatever case', async () => {
    const scene = new Scene();
    plan(scene, 'f', 'root', 'TRIPS');
    const joined: [string, string][] = [];
    const { ports } = taken(scene, { kind: 'folder', id: 'there', name: 'trips' });
    const store = {
      ...scene.store.of(THREAD),
      settlePlannedFolder: async (id: string, node: { id: string }) => {
        joined.push([id, node.id]);
        scene.store.planned.delete(id);
      },
    };
    await scene.during(scene.uploader({ ...ports, store }).pump({ retryNow: false }));
    expect(joined).toEqual([['f', 'there']]);
  });

  it('that can not be made end what was to go into them', async () => {
    const scene = new Scene();
    plan(scene, 'f', 'root');
    await scene.add({ totalChunks: 0, state: 'queued', folderId: 'f' });
    const createFolder = async () => {
      throw refusal('invalid-name');
    };
    const folders = { createFolder, list: async () => ({ items: [], nextCursor: null }) };
    await scene.during(scene.uploader({ folders }).pump({ retryNow: false }));
    expect(scene.store.uploads.get('u1')).toMatchObject({
      state: 'failed',
      failure: { code: 'invalid-name' },
    });
  });

  it('are tried again after trouble of their own', async () => {
    const scene = new Scene();
    plan(scene, 'f', 'root');
    let tries = 0;
    const createFolder = async ({
      id,
      name,
      parentId,
    }: {
      id: string;
      name: string;
      parentId: string;
    }) => {
      if (++tries < 3) throw refusal('internal');
      return aFolder({ id, name, parentId });
    };
    const folders = { createFolder, list: async () => ({ items: [], nextCursor: null }) };
    await scene.during(scene.uploader({ folders }).pump({ retryNow: false }));
    expect(tries).toBe(3);
    expect(scene.store.planned.size).toBe(0);
  });
});
