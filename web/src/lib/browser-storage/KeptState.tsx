import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import './kept-state.css';

interface Props {
  /** What it is about, in the sentence. */
  readonly what?: string;
  readonly isPersistent: boolean;
  readonly askToKeep: () => Promise<boolean>;
}

/** Whether the browser may throw away what is in it. */
export function KeptState({ what = 'what waits here', isPersistent, askToKeep }: Props) {
  const [wasRefused, setRefused] = useState(false);
  if (isPersistent) {
    return (
      <p className="kept-state">
        <ShieldCheck size={16} aria-hidden data-tone="positive" />
        The browser keeps {what}, even when its disk fills up.
      </p>
    );
  }
  return (
    <>
      <p className="kept-state">
        <ShieldAlert size={16} aria-hidden data-tone="caution" />
        The browser may delete {what} when its disk fills up.
      </p>
      <Button onPress={() => void askToKeep().then((isGranted) => setRefused(!isGranted))}>
        Ask the browser to keep it
      </Button>
      {wasRefused && (
        <p className="kept-refusal" role="alert">
          The browser said no. It says yes more readily to sites that are installed or used often.
        </p>
      )}
    </>
  );
}
