// The tables. Only the files of this folder touch them; everybody else calls functions.

import { Dexie, type EntityTable, type Table } from 'dexie';
import type { KeptChunkRow, KeptContentRow, PinRow } from './kept-rows.ts';
import { repackRows } from './packed-rows.ts';
import type {
  AbandonedRow,
  AccountRow,
  ChunkRow,
  FeedRow,
  LeaseRow,
  NodeRow,
  OriginRow,
  OutboxRow,
  SegmentMarksRow,
  SegmentRow,
  SettingRow,
  ShadowRow,
  TakenRow,
  UploadRow,
} from './rows.ts';

class Database extends Dexie {
  declare readonly nodes: EntityTable<NodeRow, 'id'>;
  declare readonly segments: EntityTable<SegmentRow, 'id'>;
  declare readonly segmentMarks: EntityTable<SegmentMarksRow, 'id'>;
  declare readonly taken: Table<TakenRow, [string, string]>;
  declare readonly feed: EntityTable<FeedRow, 'key'>;
  declare readonly shadows: EntityTable<ShadowRow, 'id'>;
  declare readonly outbox: EntityTable<OutboxRow, 'id'>;
  declare readonly uploads: EntityTable<UploadRow, 'id'>;
  declare readonly chunks: Table<ChunkRow, [string, number]>;
  declare readonly abandoned: EntityTable<AbandonedRow, 'session'>;
  declare readonly account: EntityTable<AccountRow, 'key'>;
  declare readonly settings: EntityTable<SettingRow, 'key'>;
  declare readonly origins: EntityTable<OriginRow, 'uploadId'>;
  declare readonly leases: EntityTable<LeaseRow, 'name'>;
  declare readonly pins: Table<PinRow, [string, string]>;
  declare readonly keptContents: EntityTable<KeptContentRow, 'contentHash'>;
  declare readonly keptChunks: Table<KeptChunkRow, [string, number]>;

  constructor() {
    // What live queries read is not kept a second time: it costs more than reading it anew.
    super('satchel', { cache: 'disabled' });
    this.version(1).stores({
      nodes: 'id, parentId, isTrashRoot',
      uploads: 'id, userId, position, folderId, [userId+state+position]',
      chunks: '[uploadId+index], uploadId',
      plannedFolders: 'id, userId, parentId',
      abandoned: 'session, userId',
      account: 'key',
      settings: 'key',
      leases: 'name',
    });
    this.version(2).stores({
      uploads:
        'id, userId, position, folderId, [userId+state+position], [userId+state+stagedChunks]',
    });
    this.version(4).stores({ origins: 'uploadId' });
    this.version(3).upgrade((tx) => tx.table('uploads').toCollection().modify({ lease: null }));
    // A folder is read without what was trashed from it: that alone may be thousands of rows.
    this.version(5).stores({
      nodes: 'id, [parentId+isTrashRoot], isTrashRoot',
      pendingDeeds: 'id, by, doneAt',
    });
    // What is not in the trash has no place in its index: of a large tree nearly nothing has.
    this.version(6).stores({ nodes: 'id, [parentId+isTrashRoot], trashedAt', feed: 'key' });
    this.version(7).stores({
      pendingDeeds: null,
      shadows: 'id, purgedAt',
      outbox: 'id, nodeId, [deedId+state], [userId+position], [userId+state]',
    });
    this.version(8).stores({
      pins: '[userId+nodeId]',
      keptContents: 'contentHash, state, keptFor, unwantedAt, *fileIds',
      keptChunks: '[contentHash+index], hash',
    });
    // Folders of dropped trees are made by the outbox.
    this.version(9).stores({ plannedFolders: null });
    this.version(10).stores({
      segments: 'id, *parentIds',
      segmentMarks: 'id',
      taken: '[segmentId+nodeId]',
    });
    this.version(11).upgrade((tx) =>
      tx
        .table('segments')
        .toCollection()
        .modify((segment: SegmentRow) =>
          Object.assign(segment, { files: repackRows(segment.files) }),
        ),
    );
    // One more change costs the same however many wait: what it has to do with is found by an index.
    this.version(12).stores({
      outbox:
        'id, nodeId, *ways, *after, frees, [deedId+state], [userId+position], [userId+state], [userId+mutation.is]',
      shadows: 'id, purgedAt, node.parentId',
    });
  }
}

export const db = new Database();
