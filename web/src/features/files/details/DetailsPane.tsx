import { findNode } from '@satchel/worker/local/nodes';
import { useLiveQuery } from 'dexie-react-hooks';
import { Info, X } from 'lucide-react';
import { useIsNarrow } from '../../../lib/use-media-query.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useFolder } from '../folder/folder-context.ts';
import { useSelectionStore } from '../list/selection-store.ts';
import { view } from '../view-store.ts';
import { FileDetails } from './FileDetails.tsx';
import { SeveralDetails } from './SeveralDetails.tsx';
import './details.css';

/** What is known of what is selected: beside the list, and as a sheet on a phone. */
export function DetailsPane() {
  const isNarrow = useIsNarrow();
  if (isNarrow) {
    return (
      <Dialog title="Details" isOpen onClose={view.toggleDetails}>
        <DetailsOfSelection />
      </Dialog>
    );
  }
  return (
    <aside aria-label="Details" className="details">
      <header className="details-header">
        <h2>Details</h2>
        <IconButton icon={X} label="Close details" onPress={view.toggleDetails} />
      </header>
      <DetailsOfSelection />
    </aside>
  );
}

function DetailsOfSelection() {
  const { nodesOf } = useFolder();
  const ids = useSelectionStore(({ selection }) => selection.ids);
  const onlyId = ids.size === 1 ? [...ids][0] : undefined;
  const only = useLiveQuery(async () => (onlyId ? findNode(onlyId) : undefined), [onlyId]);
  if (ids.size > 1) return <SeveralDetails nodes={nodesOf([...ids])} />;
  // While the next one is read, the one before is still there.
  return only === undefined ? <NothingSelected /> : <FileDetails key={only.id} node={only} />;
}

function NothingSelected() {
  return (
    <div className="details-none">
      <Info aria-hidden size={20} />
      <p>Select something to see what is known of it.</p>
    </div>
  );
}
