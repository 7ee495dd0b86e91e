export { insertFile, type NewFile, updateFileState } from './file-rows.ts';
