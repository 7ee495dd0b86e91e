import { readTransferLimits, type TransferLimits } from '@satchel/worker/local/transfer-limits';
import { limitTransfers } from '@satchel/worker/page/uploads';
import { useLiveQuery } from 'dexie-react-hooks';
import { type FormEvent, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { rateText, readRate } from './rate-text.ts';
import './limits.css';

/** What transfers may take of the network, on this browser. */
export function LimitsDialog({ onClose }: { readonly onClose: () => void }) {
  const limits = useLiveQuery(readTransferLimits);
  return (
    <Dialog title="Speed and network" isOpen onClose={onClose} width="narrow">
      {limits && <LimitsForm limits={limits} onClose={onClose} />}
    </Dialog>
  );
}

interface FormProps {
  readonly limits: TransferLimits;
  readonly onClose: () => void;
}

function LimitsForm({ limits, onClose }: FormProps) {
  const [text, setText] = useState(rateText(limits.bytesPerSecond));
  const [pausesOnMetered, setPauses] = useState(limits.pausesOnMetered);
  const rate = readRate(text);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (rate.isWrong) return;
    void limitTransfers({ bytesPerSecond: rate.bytesPerSecond, pausesOnMetered });
    onClose();
  };
  return (
    <form className="limits" onSubmit={save} noValidate>
      <TextField
        label="Send at most"
        value={text}
        onChange={setText}
        inputMode="decimal"
        autoComplete="off"
        placeholder="As fast as it goes"
        after={<span className="limits-unit">MB/s</span>}
        description="Leave it empty to send as fast as it goes."
        error={rate.isWrong ? 'Write a number above 0, such as 2 or 0.5.' : undefined}
      />
      <Checkbox isSelected={pausesOnMetered} onChange={setPauses}>
        <span className="limits-metered">
          Wait on metered networks
          <span>
            Where the browser says that data costs money or is to be saved. Many say so only on
            phones.
          </span>
        </span>
      </Checkbox>
      <DialogActions>
        <Button onPress={onClose}>Cancel</Button>
        <Button type="submit" variant="primary">
          Save
        </Button>
      </DialogActions>
    </form>
  );
}
