import { stat } from 'node:fs/promises';

/** The user that PostgreSQL runs as; undefined means ours. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

// The kernel's "nobody": there on every Unix, whatever it is called.
const NOBODY: RunAs = { uid: 65534, gid: 65534 };

/** PostgreSQL refuses to run as root, so root hands over: to the owner of the cluster that is
 *  already there, else to nobody. */
export async function chooseRunAs(clusterDirectory: string): Promise<RunAs | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const cluster = await stat(clusterDirectory).catch(() => undefined);
  return cluster === undefined || cluster.uid === 0
    ? NOBODY
    : { uid: cluster.uid, gid: cluster.gid };
}
