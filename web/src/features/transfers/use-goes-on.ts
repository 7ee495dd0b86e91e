import { goesOnInBackground } from '@satchel/worker/page/background-sync';
import { useEffect, useState } from 'react';

/** Whether uploads go on when the last tab is closed; false until the browser has said so. */
export function useGoesOn(): boolean {
  const [goesOn, setGoesOn] = useState(false);
  useEffect(() => {
    let isWanted = true;
    goesOnInBackground().then((answer) => isWanted && setGoesOn(answer), reportError);
    return () => {
      isWanted = false;
    };
  }, []);
  return goesOn;
}
