// Every call of the server, by what it is about.

import { type AuthApi, authApi } from './auth-api.ts';
import { type NodeApi, nodeApi } from './node-api.ts';
import { createSend, type SendOptions } from './send.ts';
import { type SyncApi, syncApi } from './sync-api.ts';
import { type UploadApi, uploadApi } from './upload-api.ts';

export interface Api {
  readonly auth: AuthApi;
  readonly nodes: NodeApi;
  readonly sync: SyncApi;
  readonly uploads: UploadApi;
}

export function createApi(options: SendOptions = {}): Api {
  const send = createSend(options);
  return {
    auth: authApi(send),
    nodes: nodeApi(send),
    sync: syncApi(send),
    uploads: uploadApi(send),
  };
}
