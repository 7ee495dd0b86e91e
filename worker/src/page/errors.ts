export { ApiError, type FieldFault } from '../net/api-error.ts';
export { DeedRefused, type Refused } from './deed.ts';
