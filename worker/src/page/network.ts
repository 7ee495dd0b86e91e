export { isMetered } from '../net/metered.ts';
