// What a person who does not look is told when uploads end. Pure.

import { isActive } from '../engine/facts.ts';
import type { ToldEnds } from '../local/end-notices.ts';
import type { UploadRow } from '../local/rows.ts';

export interface EndNotice {
  readonly title: string;
  readonly body: string;
}

export interface News {
  readonly notice: EndNotice | null;
  readonly told: ToldEnds;
}

/** Nothing while anything goes on by itself: one notice at the end, not one for each file. */
export function endNews(uploads: readonly UploadRow[], told: ToldEnds): News {
  if (uploads.some(isActive)) return { notice: null, told };
  const arrived = uploads.filter(({ finishedAt }) => (finishedAt ?? 0) > told.until);
  const stopped = uploads.filter(needsPerson).length;
  const until = Math.max(told.until, ...arrived.map(({ finishedAt }) => finishedAt ?? 0));
  const isNews = arrived.length > 0 || stopped > told.stopped;
  const notice = isNews ? noticeOf(arrived, stopped) : null;
  return { notice, told: { until, stopped } };
}

function needsPerson({ state, awaitsAnswer }: UploadRow): boolean {
  return awaitsAnswer || state === 'failed' || state === 'blocked' || state === 'needs-source';
}

function noticeOf(arrived: readonly UploadRow[], stopped: number): EndNotice {
  const needing = stopped === 1 ? '1 file needs you.' : `${stopped} files need you.`;
  const [first] = arrived;
  if (first === undefined) return { title: 'Uploads stopped', body: needing };
  const title =
    arrived.length === 1 ? `${first.filename} arrived` : `${arrived.length} files arrived`;
  return { title, body: stopped === 0 ? 'Everything is safe in Satchel.' : needing };
}
