import { type FormEvent, useState } from 'react';

/** What a form says after it was sent in vain. */
export interface Refused<Field extends string> {
  /** A sentence about the whole; null where the fields say it all. */
  readonly words: string | null;
  readonly fields: Partial<Record<Field, string>>;
}

interface Submitting<Field extends string> {
  readonly isBusy: boolean;
  readonly refused: Refused<Field>;
  readonly onSubmit: (event: FormEvent) => void;
}

const NOTHING = { words: null, fields: {} };

/** Sends a form once at a time. `check` finds what is wrong before anything is sent, `explain` turns
 *  a failure into words. */
export function useSubmit<Field extends string>(form: {
  readonly check: () => Partial<Record<Field, string>>;
  readonly send: () => Promise<void>;
  readonly explain: (failure: unknown) => Refused<Field>;
}): Submitting<Field> {
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused<Field>>(NOTHING);

  const submit = async (element: HTMLFormElement) => {
    const fields = form.check();
    if (Object.keys(fields).length > 0) {
      refuse({ words: null, fields }, element);
      return;
    }
    setBusy(true);
    try {
      await form.send();
      setRefused(NOTHING);
    } catch (failure) {
      refuse(form.explain(failure), element);
    } finally {
      setBusy(false);
    }
  };

  const refuse = (why: Refused<Field>, element: HTMLFormElement) => {
    setRefused(why);
    requestAnimationFrame(() =>
      element.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus(),
    );
  };

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) void submit(event.currentTarget as HTMLFormElement);
  };
  return { isBusy, refused, onSubmit };
}
