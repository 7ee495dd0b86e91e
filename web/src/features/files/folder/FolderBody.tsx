import { isFolderEmpty } from '@satchel/worker/local/nodes';
import {
  CloudOff,
  FileUp,
  FolderOpen,
  FolderPlus,
  FolderUp,
  SearchX,
  TriangleAlert,
} from 'lucide-react';
import { type ReactNode, useCallback } from 'react';
import { useLocation } from 'wouter';
import { codeOf, explainFailure } from '../../../lib/explain-failure.ts';
import { formatCount } from '../../../lib/format-bytes.ts';
import { OnceEmpty } from '../../../lib/OnceEmpty.tsx';
import { useIsTouch } from '../../../lib/use-media-query.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import type { Deeds } from '../actions/use-deeds.ts';
import { EmptyInTrash, FolderTrashed } from './FolderTrashed.tsx';
import { useFolder } from './folder-context.ts';
import type { Freshness } from './freshness.ts';

const LOADING = 'Loading the folder';

interface FolderBodyProps {
  /** Undefined until the device has been asked. */
  readonly count: number | undefined;
  readonly freshness: Freshness;
  readonly deeds: Deeds;
  readonly onRetry: () => void;
  /** The list, for when there is something to list. */
  readonly children: ReactNode;
}

/** What stands in the middle of the page: the list, or why there is none. What the device knows is
 *  shown whatever the server says. */
export function FolderBody({ count, freshness, deeds, onRetry, children }: FolderBodyProps) {
  if (freshness.is === 'gone') return <FolderGone />;
  if (count !== undefined && count > 0) {
    return (
      <>
        {children}
        {freshness.is === 'asking' && <MoreToCome listed={freshness.listed} />}
        {freshness.is === 'trashed' && <FolderTrashed trashed={freshness.trashed} />}
      </>
    );
  }
  if (count === undefined || freshness.is === 'asking') return <Skeleton label={LOADING} />;
  return (
    <OnceFolderEmpty>
      {freshness.is === 'failed' ? (
        <FolderFailed {...freshness} onRetry={onRetry} />
      ) : freshness.is === 'trashed' ? (
        <EmptyInTrash trashed={freshness.trashed} />
      ) : (
        <FolderEmpty deeds={deeds} />
      )}
    </OnceFolderEmpty>
  );
}

/** Says that the list is not whole yet, without moving a row. */
function MoreToCome({ listed }: { readonly listed: number }) {
  if (listed === 0) return null;
  return <p className="more-to-come tabular">Loading … {formatCount(listed)} so far</p>;
}

function OnceFolderEmpty({ children }: { readonly children: ReactNode }) {
  const { folderId } = useFolder();
  const isEmpty = useCallback(() => isFolderEmpty(folderId), [folderId]);
  return (
    <OnceEmpty isEmpty={isEmpty} label={LOADING}>
      {children}
    </OnceEmpty>
  );
}

function FolderEmpty({ deeds }: { readonly deeds: Deeds }) {
  const isTouch = useIsTouch();
  return (
    <EmptyState
      icon={FolderOpen}
      title={isTouch ? 'Nothing here yet' : 'Drop files anywhere'}
      actions={
        <>
          <Button icon={FileUp} onPress={deeds.uploadFiles}>
            Upload files
          </Button>
          <Button icon={FolderUp} onPress={deeds.uploadFolder}>
            Upload folder
          </Button>
          <Button icon={FolderPlus} onPress={deeds.newFolder}>
            New folder
          </Button>
        </>
      }
    >
      {isTouch ? 'Bring photos and files.' : 'Whole folders too.'} If you close this tab before they
      have arrived, they go on when you come back.
    </EmptyState>
  );
}

function FolderGone() {
  const [, navigate] = useLocation();
  return (
    <EmptyState
      icon={SearchX}
      title="This folder is not here any more"
      actions={<Button onPress={() => navigate('/files')}>Go to My files</Button>}
    >
      It was deleted, or the address is not complete.
    </EmptyState>
  );
}

function FolderFailed({
  failure,
  onRetry,
}: {
  readonly failure: unknown;
  readonly onRetry: () => void;
}) {
  const isOffline = codeOf(failure) === 'network';
  return (
    <EmptyState
      icon={isOffline ? CloudOff : TriangleAlert}
      title={isOffline ? 'Offline' : 'The folder could not be listed'}
      actions={<Button onPress={onRetry}>Try again</Button>}
    >
      {isOffline
        ? 'Nothing of this folder is on this device. It shows as soon as the server can be reached.'
        : explainFailure(failure)}
    </EmptyState>
  );
}
