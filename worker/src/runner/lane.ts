// What the deeds of an upload share.

import { concernsAll } from '../engine/connection.ts';
import type { Command, Deed, Refusal } from '../engine/upload.ts';
import { ApiError } from '../net/api-error.ts';
import type { Control } from './control.ts';
import type { Gate } from './gate.ts';
import type { Limits } from './limits.ts';
import type { RunnerPorts } from './ports.ts';
import type { Hand, Recorder } from './recorder.ts';
import type { Room } from './room.ts';
import type { Throttle } from './throttle.ts';

/** Of one drain. */
export interface Drain {
  readonly ports: RunnerPorts;
  readonly userId: string;
  readonly account: { checkedAt: number };
  readonly control: Control;
  readonly gate: Gate;
  readonly recorder: Recorder;
  readonly limits: Limits;
  readonly throttle: Throttle;
  readonly room: Room;
}

/** Does one thing for an upload and gives what to do next. */
export type DoDeed = (drain: Drain, hand: Hand) => Promise<readonly Command[]>;

const REST: readonly Command[] = ['rest'];

export function refusalOf(error: ApiError, during: Deed): Refusal {
  const { code, detail, retryAfterMs } = error;
  return { during, code, detail, retryAfterMs, reaction: error.reaction };
}

/** Whether a lane may go on with what it has in hand. */
export function mayGoOn({ control, limits }: Drain, hand: Hand): boolean {
  const isHeldUp = hand.stop.signal.aborted || control.isTimeUp() || limits.isHeldBack();
  return !isHeldUp && hand.turn === control.turn;
}

/** Turns an error of a deed into what follows from it. What is no answer of the API is thrown on,
 *  except that an upload which was held or taken away just rests. */
export async function settleError(
  drain: Drain,
  hand: Hand,
  during: Deed,
  error: unknown,
): Promise<readonly Command[]> {
  if (hand.stop.signal.aborted) return REST;
  if (!(error instanceof ApiError)) throw error;
  const refusal = refusalOf(error, during);
  if (await settleForAll(drain, refusal)) return REST;
  const { clock } = drain.ports;
  const event = { type: 'refused', refusal, at: clock.now(), random: clock.random() } as const;
  return drain.recorder.note(hand, event);
}

/** Whether the refusal concerned every upload; then it is settled for all of them. */
export async function settleForAll(drain: Drain, refusal: Refusal): Promise<boolean> {
  if (refusal.reaction === 'sign-in') {
    await drain.ports.store.recordSessionEnded();
    drain.control.end();
    return false;
  }
  if (!concernsAll(refusal)) return false;
  drain.throttle.lost();
  await drain.gate.close(refusal);
  return true;
}

/** Signing in or out first lets the drain rest; this is for whoever could not tell it. */
const ACCOUNT_FRESH_MS = 250;

/** Ends the drain when its person is no longer the one who is signed in: a session must neither be
 *  opened nor given up under another person's cookie. */
export async function isStillTheirs(drain: Drain): Promise<boolean> {
  const { store, clock } = drain.ports;
  if (clock.now() - drain.account.checkedAt < ACCOUNT_FRESH_MS) return true;
  const checkedAt = clock.now();
  if ((await store.findSignedIn()) !== drain.userId) {
    drain.control.end();
    return false;
  }
  drain.account.checkedAt = checkedAt;
  return true;
}

/** What a deed gives back when it can't go on now. */
export function rest(): readonly Command[] {
  return REST;
}
