import type { Node } from '@satchel/shared/wire/nodes';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useBackCloses } from '../../../lib/back/use-back-closes.ts';
import { showToast } from '../../../ui/toasts/toast-store.ts';
import { renameNode } from '../actions/rename-node.ts';
import { useFolder } from '../folder/folder-context.ts';
import { judgeName, type NameVerdict, selectedOnRename } from '../names/judge-name.ts';
import { useViewStore, view } from '../view-store.ts';
import './rename-field.css';

/** The name of a row while it is being changed, in its own place. */
export function RenameField({ node }: { readonly node: Node }) {
  const { namesBeside, entryOf } = useFolder();
  const field = useRef<HTMLInputElement>(null);
  const [nameBefore] = useState(node.name);
  const [written, setWritten] = useState(node.name);
  const [isSaving, setSaving] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const messageId = useId();
  const verdict = judgeName(written, namesBeside(node.id));
  const words = refusal ?? wordsOf(verdict);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once; later the caret is the person's
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(0, selectedOnRename(node));
  }, []);

  const close = (keepsFocus: boolean) => {
    if (keepsFocus) field.current?.closest<HTMLElement>('[data-row-id]')?.focus();
    view.stopRenaming(node.id);
  };

  useBackCloses(true, () => close(true));

  useWordsWhenGone(node, () => entryOf(node.id) === undefined);

  const save = async (name: string, keepsFocus: boolean) => {
    // What nobody touched is not to undo a name that was given elsewhere meanwhile.
    if (name === node.name || name === nameBefore) return close(keepsFocus);
    setSaving(true);
    const failure = await renameNode(node, name);
    setSaving(false);
    if (failure === null) close(keepsFocus);
    else setRefusal(failure);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') close(true);
    if (event.key === 'Enter' && verdict.is === 'good') void save(verdict.name, true);
  };

  const onBlur = (next: EventTarget | null) => {
    if (isSaving || (next instanceof Element && next.closest('.rename-note'))) return;
    if (verdict.is === 'good' && refusal === null) void save(verdict.name, false);
    else close(false);
  };

  return (
    <span className="rename" data-row-part="rename">
      <input
        ref={field}
        className="rename-input"
        aria-label={`New name for ${node.name}`}
        aria-invalid={words !== null}
        aria-describedby={words === null ? undefined : messageId}
        value={written}
        readOnly={isSaving}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setWritten(event.target.value);
          setRefusal(null);
        }}
        onKeyDown={onKeyDown}
        onBlur={(event) => onBlur(event.relatedTarget)}
      />
      {words === null ? null : (
        <span className="rename-note" data-is-above={isNearBottom(field.current) || undefined}>
          <span id={messageId} role="alert">
            {words}
          </span>
          {verdict.is === 'taken' ? (
            <button type="button" onClick={() => void save(verdict.suggestion, true)}>
              Use “{verdict.suggestion}”
            </button>
          ) : null}
        </span>
      )}
    </span>
  );
}

/** The row may be taken away elsewhere while its name is written: that is said, and nothing else. */
function useWordsWhenGone({ id, name }: Node, isGone: () => boolean): void {
  const latest = useRef({ name, isGone });
  latest.current = { name, isGone };
  useEffect(
    () => () => {
      if (useViewStore.getState().renamingId !== id || !latest.current.isGone()) return;
      view.stopRenaming(id);
      showToast({ text: `“${latest.current.name}” is not here any more, so it was not renamed.` });
    },
    [id],
  );
}

function wordsOf(verdict: NameVerdict): string | null {
  return verdict.is === 'good' ? null : verdict.words;
}

// Below the last row on the screen the note would be cut off.
function isNearBottom(field: HTMLElement | null): boolean {
  return field !== null && field.getBoundingClientRect().bottom > innerHeight - 140;
}
