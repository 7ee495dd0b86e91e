export { ApiError, type FieldFault } from '../net/api-error.ts';
