export { authorizeNode, authorizeSpace } from './authorize.ts';
export { lockSpace, nextSeq } from './lock-space.ts';
export { getPersonalSpace } from './personal-space.ts';
