import type { Queryable, Tx } from '../../lib/tx.ts';

export interface NewSession {
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly userId: string;
  readonly device: string;
  readonly now: Date;
  readonly expiresAt: Date;
}

export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  await tx.query(
    `insert into sessions (id, token_hash, user_id, device, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, $4, $5, $5, $6)`,
    [session.id, session.tokenHash, session.userId, session.device, session.now, session.expiresAt],
  );
}

export interface LiveSession {
  readonly id: string;
  readonly userId: string;
  readonly displayName: string;
  readonly lastSeenAt: Date;
}

export async function findLiveSession(
  db: Queryable,
  tokenHash: Buffer,
  now: Date,
): Promise<LiveSession | undefined> {
  const [session] = await db.query<LiveSession>(
    `select s.id, s.user_id as "userId", u.display_name as "displayName",
            s.last_seen_at as "lastSeenAt"
       from sessions s join users u on u.id = s.user_id
      where s.token_hash = $1 and s.expires_at > $2`,
    [tokenHash, now],
  );
  return session;
}

export interface Touch {
  readonly id: string;
  readonly seenBefore: Date;
  readonly now: Date;
  readonly expiresAt: Date;
}

/** Writes down a use. False where another request has just done so. */
export async function touchSession(tx: Tx, touch: Touch): Promise<boolean> {
  const touched = await tx.query(
    `update sessions set last_seen_at = $3, expires_at = $4
      where id = $1 and last_seen_at = $2 returning 1`,
    [touch.id, touch.seenBefore, touch.now, touch.expiresAt],
  );
  return touched.length > 0;
}

/** Which of these sessions have not ended. */
export async function findLiveSessions(
  db: Queryable,
  ids: readonly string[],
  now: Date,
): Promise<string[]> {
  const live = await db.query<{ id: string }>(
    'select id from sessions where id = any($1::uuid[]) and expires_at > $2',
    [ids, now],
  );
  return live.map(({ id }) => id);
}

export interface Touches {
  readonly ids: readonly string[];
  /** Only those last seen by then. */
  readonly seenBy: Date;
  readonly now: Date;
  readonly expiresAt: Date;
}

/** Writes down a use of several sessions that have not ended. */
export async function touchSessions(tx: Tx, { ids, seenBy, now, expiresAt }: Touches) {
  await tx.query(
    `update sessions set last_seen_at = $3, expires_at = $4
      where id = any($1::uuid[]) and last_seen_at <= $2 and expires_at > $3`,
    [ids, seenBy, now, expiresAt],
  );
}

export interface SessionRow {
  readonly id: string;
  readonly device: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

export interface SessionPage {
  readonly userId: string;
  readonly now: Date;
  /** Only what was begun before this one. */
  readonly before: string | undefined;
  readonly limit: number;
}

/** Newest first: the ids are in the order of their time. */
export async function listLiveSessions(db: Queryable, page: SessionPage): Promise<SessionRow[]> {
  return await db.query<SessionRow>(
    `select id, device, created_at as "createdAt", last_seen_at as "lastSeenAt"
       from sessions
      where user_id = $1 and expires_at > $2 and ($3::uuid is null or id < $3)
      order by id desc limit $4`,
    [page.userId, page.now, page.before ?? null, page.limit],
  );
}

/** The bus is told on this topic when sessions of a person have ended. */
export function sessionsTopic(userId: string): string {
  return `sessions ${userId}`;
}

/** False where this person has no such session. */
export async function deleteSession(tx: Tx, userId: string, id: string): Promise<boolean> {
  const deleted = await tx.query(
    'delete from sessions where user_id = $1 and id = $2 returning 1',
    [userId, id],
  );
  tx.announce(sessionsTopic(userId), 'ended');
  return deleted.length > 0;
}

export async function deleteOtherSessions(tx: Tx, userId: string, keptId: string): Promise<void> {
  await tx.query('delete from sessions where user_id = $1 and id <> $2', [userId, keptId]);
  tx.announce(sessionsTopic(userId), 'ended');
}

export async function deleteExpiredSessions(tx: Tx, now: Date): Promise<void> {
  const ended = await tx.query<{ userId: string }>(
    'delete from sessions where expires_at <= $1 returning user_id as "userId"',
    [now],
  );
  for (const { userId } of ended) tx.announce(sessionsTopic(userId), 'ended');
}
