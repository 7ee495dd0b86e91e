-- The number of the newest tombstone of a space that was forgotten: who has seen less may have missed
-- that something is gone.
alter table spaces add column pruned_seq bigint not null default 0;
create index tombstones_by_age on tombstones (gone_at);
