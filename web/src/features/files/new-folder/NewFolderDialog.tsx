import { type FormEvent, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useFolder } from '../folder/folder-context.ts';
import { judgeName, type NameVerdict } from '../names/judge-name.ts';
import { makeFolder } from './make-folder.ts';
import './new-folder.css';

type Refusal = Exclude<NameVerdict, { is: 'good' }>;

/** Asks for the name of a new folder, and offers a free one where it is taken. */
export function NewFolderDialog({ onClose }: { readonly onClose: () => void }) {
  const { folderId, namesBeside } = useFolder();
  const [written, setWritten] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isSaving, setSaving] = useState(false);

  const create = async (name: string) => {
    setSaving(true);
    const refused = await makeFolder(folderId, name);
    setSaving(false);
    if (refused === null) onClose();
    else setRefusal({ is: 'bad', words: refused });
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isSaving) return;
    const verdict = judgeName(written, namesBeside());
    if (verdict.is === 'good') void create(verdict.name);
    else setRefusal(verdict);
  };

  const change = (text: string) => {
    setWritten(text);
    setRefusal(null);
  };

  return (
    <Dialog title="New folder" isOpen onClose={onClose} width="narrow">
      <form onSubmit={submit} className="new-folder">
        <TextField
          label="Name"
          value={written}
          onChange={change}
          error={refusal?.words}
          autoComplete="off"
          autoFocus
        />
        {refusal?.is === 'taken' ? (
          <Button variant="quiet" onPress={() => void create(refusal.suggestion)}>
            {`Use “${refusal.suggestion}”`}
          </Button>
        ) : null}
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" isPending={isSaving}>
            Create
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
