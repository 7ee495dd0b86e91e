import { CircleArrowDown, CircleOff } from 'lucide-react';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useSelectionStore } from '../../../ui/rows/selection-store.ts';
import { useFolder } from '../folder/folder-context.ts';
import { useKeeping } from './use-keeping.ts';

/** Keeps what is selected on this device, or does so no longer. */
export function KeepButton({ reason }: { readonly reason: string | undefined }) {
  const { nodesOf } = useFolder();
  const ids = useSelectionStore(({ selection }) => selection.ids);
  const keeping = useKeeping()(nodesOf([...ids]));
  return (
    <IconButton
      icon={keeping.does === 'keep' ? CircleArrowDown : CircleOff}
      label={keeping.label}
      shortcut="K"
      reason={reason ?? keeping.reason}
      onPress={keeping.run}
    />
  );
}
