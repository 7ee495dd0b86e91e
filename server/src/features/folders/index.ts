export { findHome } from './find-home.ts';
export { getLiveFolder, type LiveFolder } from './get-live-folder.ts';
export { findLineage } from './lineage-rows.ts';
export { findNodes, getNode } from './node-rows.ts';
export { settleName } from './settle-name.ts';
export { findLiveSibling } from './sibling-rows.ts';
