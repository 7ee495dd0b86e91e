import { checkName, nameKey } from '@satchel/shared/names';
import type { Node } from '@satchel/shared/wire/nodes';
import strings from 'big-list-of-naughty-strings/blns.json' with { type: 'json' };
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Person, startWorld, type World } from '../../../test/wire.ts';

let world: World;
let anna: Person;
beforeAll(async () => {
  world = await startWorld();
  anna = await world.signUp('Anna');
});
afterAll(() => world.stop());

describe('the big list of naughty strings', () => {
  it('has what it is used for', () => {
    expect(strings.length).toBeGreaterThan(400);
  });

  it('NO1 NO2 as names of folders are kept as written, taken, or refused, and nothing else', async () => {
    const kept = new Map<string, string>();
    for (const written of strings) {
      const checked = checkName(written);
      const name = checked.ok ? checked.name : '';
      const wanted = !checked.ok ? 400 : kept.has(nameKey(name)) ? 409 : 201;
      const answer = await anna.post<{ folder: Node; code: string }>('/folders', { name: written });
      expect([written, answer.status]).toEqual([written, wanted]);
      if (wanted === 201) expect(answer.body.folder.name).toBe(name);
      else expect(answer.body.code).toBe(wanted === 400 ? 'invalid-name' : 'name-taken');
      if (wanted === 201) kept.set(nameKey(name), name);
    }
    const { body } = await anna.get<{ items: Node[] }>('/files?limit=1000');
    expect(new Set(body.items.map(({ name }) => name))).toEqual(new Set(kept.values()));
  });

  it('UP5 as names of files are taken or refused at init', async () => {
    for (const filename of strings) {
      const init = { filename, size: 0, folderId: null, mimeType: '' };
      const { status } = await anna.post('/upload/init', init);
      expect([filename, status]).toEqual([filename, checkName(filename).ok ? 201 : 400]);
    }
  });
});
