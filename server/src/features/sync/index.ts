export { pruneTombstones } from './prune-tombstones.ts';
