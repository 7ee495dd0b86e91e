export { collectGarbage } from './collect-garbage.ts';
export { expireUploads } from './expire-uploads.ts';
