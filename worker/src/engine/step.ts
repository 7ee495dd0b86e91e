// The one way an upload changes: (upload, event) → upload and what to do next. Knows no clock, no
// network and no store; killed after any step, the next `wake` finds the same commands again.

import { CELLS, type Row } from './cells.ts';
import type { EventName, EventOf, Step, Upload } from './upload.ts';

export function step<U extends Upload, Name extends EventName>(
  upload: U,
  event: EventOf<Name>,
): Step<U> {
  const row: Row = CELLS[upload.state];
  const outcome = row[event.type](upload, event);
  return { upload: { ...upload, ...outcome.change }, commands: outcome.commands };
}
