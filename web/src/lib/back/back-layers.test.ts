import { beforeEach, describe, expect, it } from 'vitest';
import { type BackLayers, backLayers } from './back-layers.ts';

/** A history of one page: its entries are depths. Travels arrive when `settle` is called. */
class TestHistory {
  entries = [0];
  place = 0;
  later: (() => void)[] = [];
  readonly layers: BackLayers = backLayers({
    depth: () => this.entries[this.place] ?? 0,
    push: (depth) => {
      this.entries = [...this.entries.slice(0, this.place + 1), depth];
      this.place += 1;
    },
    go: (by) => this.later.push(() => this.travel(by)),
    soon: (run) => this.later.push(run),
  });

  travel(by: number) {
    this.place += by;
    this.layers.arrived();
  }

  settle() {
    for (let run = this.later.shift(); run !== undefined; run = this.later.shift()) run();
  }

  /** What the person does. */
  back() {
    this.travel(-1);
    this.settle();
  }
}

let history: TestHistory;
let closed: string[];

/** Opens a layer that, like a dialog, says that it is gone once it was told to close. */
function open(name: string): () => void {
  const gone = history.layers.open(() => {
    closed.push(name);
    gone();
  });
  history.settle();
  return () => {
    gone();
    history.settle();
  };
}

beforeEach(() => {
  history = new TestHistory();
  closed = [];
});

describe('layers and back', () => {
  it('back closes the topmost layer, then the one beneath, and then leaves', () => {
    open('selection');
    open('dialog');
    history.back();
    expect(closed).toEqual(['dialog']);
    history.back();
    expect(closed).toEqual(['dialog', 'selection']);
    expect(history.place).toBe(0);
  });

  it('a layer that closes by itself takes its entry with it', () => {
    const close = open('dialog');
    expect(history.place).toBe(1);
    close();
    expect(history.place).toBe(0);
    expect(closed).toEqual([]);
  });

  it('a lower layer that closes first leaves one entry for the other', () => {
    const close = open('selection');
    open('dialog');
    close();
    expect(history.entries[history.place]).toBe(1);
    history.back();
    expect(closed).toEqual(['dialog']);
  });

  it('a layer that takes the place of another in the same moment needs no travel', () => {
    const gone = history.layers.open(() => undefined);
    history.settle();
    gone();
    open('dialog');
    expect(history.place).toBe(1);
    history.back();
    expect(closed).toEqual(['dialog']);
  });

  it('a layer that opens while the entry of another is taken away stays open', () => {
    const gone = history.layers.open(() => undefined);
    history.settle();
    gone();
    history.later.shift()?.();
    open('dialog');
    expect(closed).toEqual([]);
    expect(history.place).toBe(1);
  });

  it('a navigation happens from beneath the layers', () => {
    open('selection');
    open('menu');
    const from: number[] = [];
    history.layers.navigate(() => from.push(history.place));
    history.settle();
    expect(from).toEqual([0]);
    expect(closed).toEqual([]);
  });

  it('a navigation with nothing open happens at once', () => {
    const from: number[] = [];
    history.layers.navigate(() => from.push(history.place));
    expect(from).toEqual([0]);
  });

  it('a page loaded anew inside a layer goes back beneath it', () => {
    history.entries = [0, 1, 2];
    history.place = 2;
    history.layers.settleSoon();
    history.settle();
    expect(history.place).toBe(0);
  });
});
