// The table state × event. It is total: a new state or a new event does not compile until every
// cell is answered.

import * as outcome from './outcomes.ts';
import { refuse } from './refusal.ts';
import type { EventName, EventOf, StateName, Upload } from './upload.ts';

type Cell<Name extends EventName> = (upload: Upload, event: EventOf<Name>) => outcome.Outcome;
export type Row = { readonly [Name in EventName]: Cell<Name> };

const keep = (): outcome.Outcome => outcome.remain();

// The active states differ in their counts alone, and the outcomes read those.
const ACTIVE: Row = {
  wake: outcome.takeUp,
  staged: (u, e) => outcome.proceed(u, outcome.stagedFacts(u, e)),
  hashed: (u, e) => outcome.proceed(u, outcome.hashedFacts(u, e)),
  'source-lost': (u, e) => outcome.loseSource(u, e.reason),
  'source-given': keep,
  opened: (u, e) => outcome.proceed(u, outcome.openedFacts(u, e)),
  acked: (u, e) => outcome.proceed(u, outcome.ackedFacts(u, e)),
  'session-lost': (u) => outcome.loseSession(u, outcome.proceed),
  refused: refuse,
  completed: (_u, e) => outcome.finish(e.result),
  pause: outcome.pause,
  resume: keep,
  retry: outcome.startAfresh,
  'signed-in': keep,
  'room-made': keep,
};

// Held up by somebody or something. What was under way still arrives and counts; staging goes on,
// since it is what makes closing the tab safe.
const HELD: Row = {
  ...ACTIVE,
  wake: keep,
  staged: (u, e) => outcome.remain(outcome.stagedFacts(u, e)),
  hashed: (u, e) => outcome.remain(outcome.hashedFacts(u, e)),
  opened: (u, e) => outcome.remain(outcome.openedFacts(u, e)),
  acked: (u, e) => outcome.remain(outcome.ackedFacts(u, e)),
  'session-lost': (u) => outcome.loseSession(u, (_u, change) => outcome.remain(change)),
  refused: keep,
  pause: keep,
  retry: keep,
};

const PAUSED: Row = { ...HELD, resume: outcome.startAfresh, retry: outcome.startAfresh };

const BLOCKED: Row = {
  ...HELD,
  pause: outcome.pause,
  resume: (u) => (u.blockedBy === 'quota' ? outcome.startAfresh(u) : keep()),
  retry: (u) => (u.blockedBy === 'quota' ? outcome.startAfresh(u) : keep()),
  'signed-in': (u) => (u.blockedBy === 'sign-in' ? outcome.startAfresh(u) : keep()),
  'room-made': (u) => (u.blockedBy === 'quota' ? outcome.startAfresh(u) : keep()),
};

const FAILED: Row = { ...HELD, resume: outcome.startAfresh, retry: outcome.startAfresh };

const NEEDS_SOURCE: Row = {
  ...HELD,
  'source-lost': keep,
  'source-given': (u) => outcome.startAfresh(u),
};

const DONE: Row = {
  wake: keep,
  staged: keep,
  hashed: keep,
  'source-lost': keep,
  'source-given': keep,
  opened: keep,
  acked: keep,
  'session-lost': keep,
  refused: keep,
  completed: keep,
  pause: keep,
  resume: keep,
  retry: keep,
  'signed-in': keep,
  'room-made': keep,
};

export const CELLS: { readonly [State in StateName]: Row } = {
  staging: ACTIVE,
  hashing: ACTIVE,
  queued: ACTIVE,
  uploading: ACTIVE,
  completing: ACTIVE,
  done: DONE,
  paused: PAUSED,
  blocked: BLOCKED,
  failed: FAILED,
  'needs-source': NEEDS_SOURCE,
};
