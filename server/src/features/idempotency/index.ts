export { deleteExpiredKeys } from './key-rows.ts';
export { onceFor } from './once-for.ts';
