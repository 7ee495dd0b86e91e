export { type CollectGarbageDeps, collectGarbage } from './collect-garbage.ts';
export { type ExpireUploadsDeps, expireUploads } from './expire-uploads.ts';
