export { addVersion, createFile, type NewBytes, type NewFilePlace } from './write-file.ts';
