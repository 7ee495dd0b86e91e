import type { User } from '@satchel/shared/wire/users';

export const ADA: User = {
  id: 'ada',
  email: 'ada@example.org',
  displayName: 'Ada',
  personalSpaceId: 'space',
  rootFolderId: 'root',
  usedBytes: 0,
  quotaBytes: 100,
};
