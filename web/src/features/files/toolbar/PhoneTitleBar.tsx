import { ArrowLeft, Ellipsis, X } from 'lucide-react';
import { formatCount } from '../../../lib/format-bytes.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { select, useSelectionStore } from '../../../ui/rows/selection-store.ts';
import type { Deeds } from '../actions/use-deeds.ts';
import { useFolder } from '../folder/folder-context.ts';
import { SelectionActions } from './SelectionActions.tsx';
import './files-toolbar.css';

interface PhoneTitleBarProps {
  readonly deeds: Deeds;
  /** Opens the menu for what is selected, or for the folder where nothing is. */
  readonly onMenu: () => void;
}

/** The line above the list on a phone: the way back and the title, or what is selected. */
export function PhoneTitleBar({ deeds, onMenu }: PhoneTitleBarProps) {
  const { path } = useFolder();
  const count = useSelectionStore(({ selection }) => selection.ids.size);
  const isTop = path.length === 1;
  return (
    <div className="files-toolbar" data-is-selecting={count > 0 || undefined}>
      {count > 0 ? (
        <IconButton icon={X} label="Select none" onPress={select.none} />
      ) : isTop ? null : (
        <IconButton icon={ArrowLeft} label="Back to the folder above" onPress={deeds.goUp} />
      )}
      <h1 className="phone-title">
        {count > 0 ? `${formatCount(count)} selected` : path.at(-1)?.name}
      </h1>
      {count > 0 ? <SelectionActions deeds={deeds} /> : null}
      <IconButton icon={Ellipsis} label="More" onPress={onMenu} />
    </div>
  );
}
