// How far a client has come in each of its spaces, and the cursor that it carries this around as.
import * as v from 'valibot';
import { decodeCursor, encodeCursor } from '../../lib/cursor.ts';

export interface Position {
  /** All changes up to this number have been seen. */
  readonly seq: number;
  /** The head of the space when the client began. What was gone by then it never had, so it need not
   *  hear of it. */
  readonly base: number;
}

/** By the id of the space. */
export type Positions = ReadonlyMap<string, Position>;

/** Up to here, what is gone is known to be. */
export function goneSeq({ seq, base }: Position): number {
  return Math.max(seq, base);
}

// Raised when what a cursor says changes: one of another kind is refused, and the client starts over.
const KIND = 'changes.1';

export function writeCursor(positions: Positions): string {
  return encodeCursor(
    KIND,
    [...positions].map(([spaceId, { seq, base }]) =>
      base > seq ? `${spaceId} ${seq} ${base}` : `${spaceId} ${seq}`,
    ),
  );
}

const POSITION = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (\d{1,15})(?: (\d{1,15}))?$/;

const positionsSchema = v.array(v.pipe(v.string(), v.regex(POSITION)));

/** Refuses `invalid-request` for what `writeCursor` did not make. */
export function readCursor(cursor: string): Positions {
  const entries = decodeCursor(cursor, KIND, positionsSchema);
  return new Map(entries.map(toEntry));
}

function toEntry(entry: string): [string, Position] {
  const [spaceId = '', seq = '0', base = '0'] = entry.split(' ');
  return [spaceId, { seq: Number(seq), base: Number(base) }];
}
