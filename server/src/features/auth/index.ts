export { authenticate, type SessionDeps } from './authenticate.ts';
export { authorizeNode, authorizeSpace } from './authorize.ts';
export { filterLiveSessions, keepSessions } from './keep-sessions.ts';
export { headTopic, type LockedSpace, lockSpace, nextSeq } from './lock-space.ts';
export { lockSpaceOfNode } from './lock-space-of-node.ts';
export { getPersonalSpace } from './personal-space.ts';
export { deleteExpiredSessions, sessionsTopic } from './session-rows.ts';
