export { insertFile, updateFileState } from './file-rows.ts';
