// What can befall a request on its way. A fault is armed at one stage and decides for each request
// that gets there whether it goes on or is cut off.

import type { Call } from './call.ts';

/** `arrived`: nothing has been passed on. `half-sent`: the server has half of the body. `answered`:
 *  the server has answered, the browser knows nothing of it. */
export type Stage = 'arrived' | 'half-sent' | 'answered';
export type Fate = 'pass' | 'cut';
export type Which<What = Call> = (what: What) => boolean;

export interface Fault {
  readonly stage: Stage;
  readonly which: Which;
  befall(call: Call): Fate | Promise<Fate>;
}

/** Holds every request that matches until it is told what becomes of them. */
export class Gate implements Fault {
  readonly stage: Stage;
  readonly which: Which;
  readonly #fate = promised<Fate>();
  readonly #reached = promised<void>();

  constructor(stage: Stage, which: Which) {
    this.stage = stage;
    this.which = which;
  }

  befall(): Promise<Fate> {
    this.#reached.resolve();
    return this.#fate.promise;
  }

  /** Resolves when the first request stands here. */
  reached(): Promise<void> {
    return this.#reached.promise;
  }

  /** Lets go of all, and of whatever comes later. */
  open(): void {
    this.#fate.resolve('pass');
  }

  /** Cuts off what is held, and whatever comes later until the proxy is disarmed. */
  cut(): void {
    this.#fate.resolve('cut');
  }
}

interface Promised<Value> {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
}

function promised<Value>(): Promised<Value> {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** Changes one byte of the first request that matches. */
export function corruptOnce(which: Which): Fault {
  let isOver = false;
  return {
    stage: 'arrived',
    which: (call) => !isOver && which(call),
    befall({ body }) {
      isOver = true;
      const middle = body.length >> 1;
      body.writeUInt8(body.readUInt8(middle) ^ 1, middle);
      return 'pass';
    },
  };
}

/** Cuts off every `n`th request: in turn when the server has half of it, and when it has answered. */
export function cutEvery(n: number): Fault[] {
  const doomed = new WeakSet<Call>();
  let requests = 0;
  const cutHalfSent = (call: Call): Fate => {
    requests += 1;
    if (requests % (2 * n) === 0) doomed.add(call);
    return requests % (2 * n) === n ? 'cut' : 'pass';
  };
  const cutAnswered = (call: Call): Fate => (doomed.has(call) ? 'cut' : 'pass');
  return [
    { stage: 'half-sent', which: isOfTheApi, befall: cutHalfSent },
    { stage: 'answered', which: isOfTheApi, befall: cutAnswered },
  ];
}

function isOfTheApi({ path }: Call): boolean {
  return path.startsWith('/api/');
}
