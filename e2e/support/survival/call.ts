// What a request means to whoever wants to disturb it.

export type Deed = 'init' | 'check' | 'chunk' | 'status' | 'complete' | 'other';

/** Where a request goes. */
export interface Target {
  readonly path: string;
  readonly deed: Deed;
  /** Of a chunk; -1 for everything else. */
  readonly index: number;
}

export interface Call extends Target {
  /** All of it; a fault may change it before it is passed on. */
  readonly body: Buffer;
}

const UPLOAD =
  /^\/api\/v1\/upload\/(?<id>[^/]+)(?:\/(?<deed>check|chunk|complete))?(?:\/(?<index>\d+))?$/;

export function targetOf(path: string): Target {
  const { id, deed, index } = UPLOAD.exec(path)?.groups ?? {};
  return { path, deed: deedOf(id, deed), index: Number(index ?? -1) };
}

function deedOf(id: string | undefined, deed: string | undefined): Deed {
  if (id === undefined) return 'other';
  if (id === 'init') return 'init';
  return (deed as Deed | undefined) ?? 'status';
}
