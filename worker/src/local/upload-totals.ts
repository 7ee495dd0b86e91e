export { totalOf, type UploadTotals } from '../engine/totals.ts';
