export { authorizeNode, authorizeSpace } from './authorize.ts';
export { lockSpace, nextSeq } from './lock-space.ts';
export { lockSpaceOfNode } from './lock-space-of-node.ts';
export { getPersonalSpace } from './personal-space.ts';
