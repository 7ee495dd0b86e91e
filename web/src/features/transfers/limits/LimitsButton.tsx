import { Gauge } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { IconButton } from '../../../ui/IconButton.tsx';

const LimitsDialog = lazy(() =>
  import('./LimitsDialog.tsx').then((module) => ({ default: module.LimitsDialog })),
);

/** Opens what transfers may take of the network. */
export function LimitsButton() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton icon={Gauge} label="Speed and network" onPress={() => setOpen(true)} />
      {isOpen && (
        <Suspense>
          <LimitsDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
