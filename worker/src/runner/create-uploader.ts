import { uuidv7 } from 'uuidv7';
import type { Digest } from '../digest/digest.ts';
import { runAlone } from '../local/presence.ts';
import { createApi } from '../net/api.ts';
import { Arrivals } from './arrivals.ts';
import { realPorts } from './real-ports.ts';
import { Uploader } from './uploader.ts';

const LOCK = 'satchel-uploader';

/** The uploader of this thread. Among all threads of this origin one sends at a time. */
export function createUploader(digest: Digest): Uploader {
  const api = createApi();
  const arrivals = new Arrivals(api);
  const owner = uuidv7();
  const ports = realPorts(api, digest, (arrived) => arrivals.add(arrived));
  return new Uploader(ports, (work) => runAlone(LOCK, owner, work));
}
