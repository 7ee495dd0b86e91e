export { findHeads } from './change-rows.ts';
export { type FeedPage, listChanges } from './list-changes.ts';
export { type Position, type Positions, readCursor, writeCursor } from './positions.ts';
export { pruneTombstones } from './prune-tombstones.ts';
export { readSpace } from './read-space.ts';
