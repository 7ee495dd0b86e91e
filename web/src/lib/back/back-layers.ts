/** Lets "back" close what lies over the page, topmost first, instead of leaving the page. Each open
 *  layer has an entry of its own in the history, pushed when it opens: browsers skip entries that are
 *  made without the person doing anything, so one cannot be pushed again on the way back.
 *
 *  It knows layers and depths, never what a layer is. */
export interface BackHistory {
  /** How many entries of layers lie beneath the present one, itself counted. */
  readonly depth: () => number;
  readonly push: (depth: number) => void;
  /** Travels; tells `arrived` when it is there. */
  readonly go: (by: number) => void;
  /** Runs something once the present event has had all its effects. */
  readonly soon: (run: () => void) => void;
}

export type BackLayers = ReturnType<typeof backLayers>;

export function backLayers(history: BackHistory) {
  const layers: (() => void)[] = [];
  let isTravelling = false;
  let isSettling = false;
  let waiting: (() => void) | null = null;

  const travel = (by: number) => {
    isTravelling = true;
    history.go(by);
  };
  const settle = () => {
    isSettling = false;
    if (isTravelling) return;
    const surplus = history.depth() - layers.length;
    if (surplus > 0) travel(-surplus);
    for (let depth = history.depth(); depth < layers.length; depth++) history.push(depth + 1);
  };
  const settleSoon = () => {
    if (isSettling) return;
    isSettling = true;
    history.soon(settle);
  };

  return {
    /** Counts a layer as open until the returned function is called. */
    open: (close: () => void): (() => void) => {
      const layer = () => close();
      layers.push(layer);
      settleSoon();
      return () => {
        const place = layers.indexOf(layer);
        if (place !== -1) layers.splice(place, 1);
        settleSoon();
      };
    },
    /** The history has come to another entry: by a travel of ours, or because the person went back. */
    arrived: () => {
      if (isTravelling) {
        isTravelling = false;
        const run = waiting;
        waiting = null;
        run?.();
      } else {
        for (const close of layers.splice(history.depth()).reverse()) close();
      }
      settleSoon();
    },
    /** Navigates from beneath the layers, so that back from there finds the page and not a layer. */
    navigate: (run: () => void) => {
      const depth = history.depth();
      if (depth === 0 && !isTravelling) return run();
      waiting = run;
      if (!isTravelling) travel(-depth);
    },
    settleSoon,
  };
}
