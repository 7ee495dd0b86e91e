import { checkName, explainNameFault } from '@satchel/shared/names';
import type { UploadRow } from '@satchel/worker/local/uploads';

const STOPPED: ReadonlyMap<string, string> = new Map([
  ['not-found', 'the folder was deleted. Add the file again elsewhere.'],
  ['in-trash', 'the folder is in the trash. Restore it, then try again.'],
  ['not-a-folder', 'it was to go into a file. Add it to a folder.'],
  ['too-deep', 'the folders are nested too deep. Add it further up.'],
  ['forbidden', 'you may not add files there.'],
  ['name-taken', 'the name is already taken there. Rename the file and add it again.'],
  ['invalid-request', 'the server did not accept the file.'],
  ['hash-mismatch', 'the bytes changed on the way every time. Add the file again.'],
  ['bytes-differ', 'the copy in this browser is damaged. Add the file again.'],
  ['hash-changed', 'the file was changed while it was read. Add it again.'],
]);

const NEEDED: ReadonlyMap<string, string> = new Map([
  ['tab-closed', 'The tab was closed while the file was being read. Choose it again.'],
  [
    'source-unreadable',
    'The file can no longer be read: it was moved or changed. Choose it again.',
  ],
  ['session-lost', 'The server forgot what it had. Choose the file again.'],
  ['bytes-differ', 'The copy in this browser is damaged. Choose the file again.'],
]);

/** Why an upload stopped and what to do about it. Goes by the code of what happened. */
export function explainStop(
  upload: Pick<UploadRow, 'state' | 'failure' | 'base' | 'filename'>,
): string {
  const { state, failure, base, filename } = upload;
  const code = failure?.code ?? '';
  if (state === 'needs-source') return NEEDED.get(code) ?? 'Choose the file again to go on.';
  const isBaseGone = base !== null && (code === 'not-found' || code === 'in-trash');
  if (isBaseGone) return 'Stopped: the file it was to replace was deleted. Add it again.';
  if (code === 'invalid-name') return invalidNameWords(filename);
  return `Stopped: ${STOPPED.get(code) ?? 'something went wrong. Try again.'}`;
}

/** The device allows names that are refused here. */
function invalidNameWords(filename: string): string {
  const checked = checkName(filename);
  const why = checked.ok ? 'This name cannot be used.' : explainNameFault(checked.fault);
  return `${why} Rename it and add it again.`;
}
