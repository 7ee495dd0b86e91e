import { Gauge } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../../ui/IconButton.tsx';
import { LimitsDialog } from './LimitsDialog.tsx';

/** Opens what transfers may take of the network. */
export function LimitsButton() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton icon={Gauge} label="Speed and network" onPress={() => setOpen(true)} />
      {isOpen && <LimitsDialog onClose={() => setOpen(false)} />}
    </>
  );
}
