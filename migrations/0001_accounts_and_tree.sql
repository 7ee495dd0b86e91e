-- Names in natural order ("2" before "10"), letters by the rules of no language in particular.
create collation natural_order (provider = icu, locale = 'und-u-kn-true');

create table users (
  id uuid primary key,
  email text not null unique,
  password_hash text not null,
  display_name text not null,
  personal_space_id uuid not null,
  created_at timestamptz not null default now()
);

create table sessions (
  id uuid primary key,
  token_hash bytea not null unique,
  user_id uuid not null references users on delete cascade,
  device text not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index sessions_by_user on sessions (user_id);
create index sessions_by_expiry on sessions (expires_at);

-- `head` is the number of the newest change. It is raised under the row's lock, so changes become
-- visible in the order of their numbers. `reserved_bytes` is held by open uploads.
create table spaces (
  id uuid primary key,
  owner_id uuid not null references users on delete cascade deferrable initially deferred,
  root_id uuid not null,
  head bigint not null default 0,
  used_bytes bigint not null default 0 check (used_bytes >= 0),
  reserved_bytes bigint not null default 0 check (reserved_bytes >= 0),
  quota_bytes bigint not null,
  created_at timestamptz not null default now()
);
alter table users add foreign key (personal_space_id) references spaces deferrable initially deferred;

create table members (
  space_id uuid not null references spaces on delete cascade,
  user_id uuid not null references users on delete cascade,
  role text not null check (role in ('owner', 'editor', 'viewer')),
  primary key (space_id, user_id)
);
create index members_by_user on members (user_id);

-- One row for each distinct chunk that the blob store holds or is about to hold.
-- incoming: leased by an upload, bytes not there yet · stored: bytes are durable ·
-- deleting: nothing holds it and its bytes are being removed; it must be sent again.
create table chunks (
  hash bytea primary key check (octet_length(hash) = 32),
  size integer not null check (size > 0),
  state text not null check (state in ('incoming', 'stored', 'deleting')),
  created_at timestamptz not null default now()
);

-- An immutable list of chunks, stored once; versions point at it, so restoring, copying and moving
-- never copy the list.
create table contents (
  id uuid primary key,
  space_id uuid not null references spaces on delete cascade,
  hash bytea not null check (octet_length(hash) = 32),
  size bigint not null check (size >= 0),
  created_at timestamptz not null default now()
);
create index contents_by_hash on contents (space_id, hash);

create table content_chunks (
  content_id uuid not null references contents on delete cascade,
  index integer not null check (index >= 0),
  space_id uuid not null,
  hash bytea not null references chunks,
  size integer not null,
  primary key (content_id, index)
);
-- Answers "may this person read that chunk" and "does anything hold that chunk".
create index content_chunks_by_hash on content_chunks (hash, space_id);

create table nodes (
  id uuid primary key,
  space_id uuid not null references spaces on delete cascade,
  parent_id uuid references nodes deferrable initially deferred,
  kind text not null check (kind in ('file', 'folder')),
  name text not null,
  name_key text not null,
  content_id uuid references contents,
  size bigint,
  mime_type text,
  version integer,
  seq bigint not null,
  -- To the millisecond, which is what a client can hold: lists are paged by these values.
  created_at timestamptz(3) not null,
  modified_at timestamptz(3) not null,
  modified_by uuid not null references users,
  -- Set on what was itself trashed, not on what lies beneath it: trashing is one row, whatever the size.
  trashed_at timestamptz(3),
  -- No foreign key: the original may be purged before its conflicted copy.
  conflict_of uuid,
  check ((kind = 'file') = (content_id is not null)),
  check ((kind = 'file') = (size is not null)),
  check ((kind = 'file') = (version is not null))
);
alter table spaces add foreign key (root_id) references nodes deferrable initially deferred;
-- Deleting a node asks whether it is the root of a space.
create unique index spaces_by_root on spaces (root_id);
create unique index nodes_live_sibling on nodes (parent_id, name_key) where trashed_at is null;
create index nodes_by_name on nodes (parent_id, kind, name collate natural_order, id) where trashed_at is null;
create index nodes_by_seq on nodes (space_id, seq);
create index nodes_in_trash on nodes (space_id, trashed_at desc, id desc) where trashed_at is not null;
create index nodes_by_parent on nodes (parent_id, kind, id);
create index nodes_by_content on nodes (content_id) where content_id is not null;

create table versions (
  file_id uuid not null references nodes on delete cascade,
  number integer not null check (number >= 1),
  space_id uuid not null,
  content_id uuid not null references contents,
  mime_type text not null,
  created_by uuid not null references users,
  created_at timestamptz not null,
  restored_from integer,
  primary key (file_id, number)
);
create index versions_by_content on versions (content_id);

-- What is gone from a space, for devices that have not heard of it yet.
create table tombstones (
  space_id uuid not null references spaces on delete cascade,
  node_id uuid not null,
  seq bigint not null,
  gone_at timestamptz not null default now(),
  primary key (space_id, node_id)
);
create index tombstones_by_seq on tombstones (space_id, seq);

create table uploads (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  space_id uuid not null references spaces on delete cascade,
  folder_id uuid not null,
  filename text not null,
  size bigint not null check (size >= 0),
  mime_type text not null,
  last_modified timestamptz,
  -- The id that a new file is to have, chosen by the client.
  new_file_id uuid,
  -- The existing file and the version that the client last saw of it.
  file_id uuid,
  base_version integer,
  on_conflict text not null check (on_conflict in ('version', 'rename', 'fail')),
  status text not null check (status in ('open', 'completed', 'cancelled', 'expired')),
  -- The answer of the completion, so that asking again gives the same one.
  result json,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index uploads_by_expiry on uploads (expires_at);
create index uploads_by_user on uploads (user_id);

-- Which chunk each index of an upload was declared to be. A row is a lease: while it stands, the
-- chunk is not collected. `received`: the caller sent the bytes, or could already read them.
create table upload_chunks (
  upload_id uuid not null references uploads on delete cascade,
  index integer not null check (index >= 0),
  hash bytea not null references chunks,
  received boolean not null default false,
  primary key (upload_id, index)
);
create index upload_chunks_by_hash on upload_chunks (hash);

create table idempotency_keys (
  user_id uuid not null references users on delete cascade,
  key text not null,
  request_hash bytea not null,
  answer json,
  created_at timestamptz not null default now(),
  primary key (user_id, key)
);
create index idempotency_keys_by_age on idempotency_keys (created_at);
