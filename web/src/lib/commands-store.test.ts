import { beforeEach, describe, expect, it } from 'vitest';
import { offerCommands, runCommand, runCommandSoon, useCommandsStore } from './commands-store.ts';

beforeEach(() => useCommandsStore.setState({ handlers: {}, waiting: null }));

describe('commands', () => {
  it('a command is done by who offered it last', () => {
    const done: string[] = [];
    offerCommands({ 'new-folder': () => done.push('first') });
    offerCommands({ 'new-folder': () => done.push('second') });
    expect(runCommand('new-folder')).toBe(true);
    expect(done).toEqual(['second']);
  });

  it('a withdrawn offer takes no other offer with it', () => {
    const done: string[] = [];
    const withdraw = offerCommands({ 'upload-files': () => done.push('old') });
    offerCommands({ 'upload-files': () => done.push('new') });
    withdraw();
    runCommand('upload-files');
    expect(done).toEqual(['new']);
  });

  it('a command that nobody can do says so', () => {
    expect(runCommand('toggle-details')).toBe(false);
  });

  it('a command asked for soon is done once, by the first who offers it', () => {
    const done: string[] = [];
    runCommandSoon('upload-folder');
    offerCommands({ 'new-folder': () => done.push('new-folder') });
    expect(done).toEqual([]);
    const withdraw = offerCommands({ 'upload-folder': () => done.push('upload-folder') });
    withdraw();
    offerCommands({ 'upload-folder': () => done.push('again') });
    expect(done).toEqual(['upload-folder']);
  });
});
