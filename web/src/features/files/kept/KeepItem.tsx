import type { Node } from '@satchel/shared/wire/nodes';
import { CircleArrowDown, CircleOff } from 'lucide-react';
import { MenuItem } from '../../../ui/Menu.tsx';
import { useKeeping } from './use-keeping.ts';

/** In the menu of rows: keeps them on this device, or does so no longer. */
export function KeepItem({ nodes }: { readonly nodes: readonly Node[] }) {
  const { does, label, reason, run } = useKeeping()(nodes);
  const icon = does === 'keep' ? CircleArrowDown : CircleOff;
  return (
    <MenuItem icon={icon} shortcut="K" reason={reason} onAction={run}>
      {label}
    </MenuItem>
  );
}
