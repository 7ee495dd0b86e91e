export { addVersion, createFile, type NewBytes } from './write-file.ts';
