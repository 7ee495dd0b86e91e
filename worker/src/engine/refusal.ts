// What a refusal does to an upload that is on its way.

import * as outcome from './outcomes.ts';
import { retryDelayMs } from './retry-delay.ts';
import type { EventOf, Upload } from './upload.ts';
import { type Verdict, verdictOn } from './verdict.ts';

type Answer = (upload: Upload, event: EventOf<'refused'>) => outcome.Outcome;

const ANSWERS: Record<Verdict, Answer> = {
  'try-again': tryLater,
  'ask-to-sign-in': () => outcome.block('sign-in'),
  'wait-for-quota': () => outcome.block('quota'),
  'session-lost': (upload) => outcome.loseSession(upload, outcome.proceed),
  resync: askAgain,
  'drop-own-id': (upload) =>
    outcome.proceed(upload, { hasOwnId: false, generation: upload.generation + 1 }),
  'bytes-differ': (upload) => outcome.startOver(upload, 'bytes-differ'),
  fail: (_upload, { refusal }) => outcome.fail({ code: refusal.code, detail: refusal.detail }),
};

export function refuse(upload: Upload, event: EventOf<'refused'>): outcome.Outcome {
  return ANSWERS[verdictOn(upload, event.refusal)](upload, event);
}

function tryLater(upload: Upload, event: EventOf<'refused'>): outcome.Outcome {
  const attempts = upload.attempts + 1;
  const isMismatch = event.refusal.code === 'hash-mismatch';
  return outcome.remain({
    attempts,
    mismatches: upload.mismatches + (isMismatch ? 1 : 0),
    retryAt: event.at + retryDelayMs(attempts, event.random, event.refusal.retryAfterMs),
  });
}

/** At once the first time; if that brings nothing, like any other try. */
function askAgain(upload: Upload, event: EventOf<'refused'>): outcome.Outcome {
  if (upload.attempts > 0) return tryLater(upload, event);
  return { change: { attempts: 1 }, commands: ['resync'] };
}
