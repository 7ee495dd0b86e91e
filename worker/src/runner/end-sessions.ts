// Tells the server about sessions that nobody wants any more, so that what they reserved is free.

import { ApiError } from '../net/api-error.ts';
import { type Drain, refusalOf, settleForAll } from './lane.ts';

export async function endSessions(drain: Drain): Promise<void> {
  const { store, uploads } = drain.ports;
  for (const session of await store.readAbandoned(drain.userId)) {
    if (drain.control.isTimeUp() || drain.gate.isClosed()) return;
    try {
      await uploads.cancel(session, `cancel-${session}`);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      // Anything but "later" means that it is over already.
      const isLater = error.reaction === 'retry' || error.reaction === 'sign-in';
      if (isLater) {
        await settleForAll(drain, refusalOf(error, 'open'));
        return;
      }
    }
    await store.forgetAbandoned(session);
  }
}
