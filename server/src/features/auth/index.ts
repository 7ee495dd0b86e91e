export { authenticate } from './authenticate.ts';
export { authorizeNode, authorizeSpace } from './authorize.ts';
export { type LockedSpace, lockSpace, nextSeq } from './lock-space.ts';
export { lockSpaceOfNode } from './lock-space-of-node.ts';
export { getPersonalSpace } from './personal-space.ts';
export { deleteExpiredSessions } from './session-rows.ts';
