import { findNode } from '@satchel/worker/local/nodes';
import { useLiveQuery } from 'dexie-react-hooks';
import { ArrowUp, Download, Info, X } from 'lucide-react';
import { useIsNarrow } from '../../../lib/use-media-query.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useSelectionStore } from '../../../ui/rows/selection-store.ts';
import type { Deeds } from '../actions/use-deeds.ts';
import { useFolder } from '../folder/folder-context.ts';
import { useViewStore, view } from '../view-store.ts';
import { FileDetails } from './FileDetails.tsx';
import { SeveralDetails } from './SeveralDetails.tsx';
import './details.css';

/** What is known of what is selected: beside the list, and as a sheet on a phone. */
export function DetailsPane({ deeds }: { readonly deeds: Deeds }) {
  const isNarrow = useIsNarrow();
  if (isNarrow) {
    return (
      <Dialog title="Details" isOpen onClose={view.toggleDetails}>
        <DetailsOfOne deeds={deeds} />
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

/** On a phone nothing has to be selected for it. */
function DetailsOfOne({ deeds }: { readonly deeds: Deeds }) {
  const id = useViewStore(({ detailsId }) => detailsId);
  const node = useLiveQuery(async () => (id === null ? undefined : findNode(id)), [id]);
  if (id === null) return <DetailsOfSelection />;
  if (node === undefined) return null;
  return (
    <>
      <FileDetails node={node} />
      {node.kind === 'file' ? (
        <Button variant="primary" icon={Download} isWide onPress={() => deeds.download([node.id])}>
          Download
        </Button>
      ) : null}
    </>
  );
}

function DetailsOfSelection() {
  const { nodesOf, entryOf } = useFolder();
  const ids = useSelectionStore(({ selection }) => selection.ids);
  const onlyId = ids.size === 1 ? [...ids][0] : undefined;
  const only = useLiveQuery(async () => (onlyId ? findNode(onlyId) : undefined), [onlyId]);
  if (ids.size > 1) return <SeveralDetails nodes={nodesOf([...ids])} />;
  const onItsWay = entryOf(onlyId ?? '');
  if (only === undefined && onItsWay?.node === null) return <OnItsWay name={onItsWay.name} />;
  // While the next one is read, the one before is still there.
  return only === undefined ? <NothingSelected /> : <FileDetails key={only.id} node={only} />;
}

function OnItsWay({ name }: { readonly name: string }) {
  return (
    <div className="details-none">
      <ArrowUp aria-hidden size={20} />
      <p>{`“${name}” is on its way. What is known of it shows once it has arrived.`}</p>
    </div>
  );
}

function NothingSelected() {
  return (
    <div className="details-none">
      <Info aria-hidden size={20} />
      <p>Select something to see what is known of it.</p>
    </div>
  );
}
