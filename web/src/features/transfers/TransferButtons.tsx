import { isActive, type UploadRow } from '@satchel/worker/local/uploads';
import { pauseUpload, resumeUpload, retryUpload } from '@satchel/worker/page/uploads';
import {
  FolderOpen,
  FolderSearch,
  type LucideIcon,
  MessageCircleQuestionMark,
  Pause,
  Play,
  RotateCw,
  X,
} from 'lucide-react';
import { canRetry } from './can-retry.ts';
import { cancelOrAsk } from './cancel/cancel-or-ask.ts';
import { chooseAgain } from './choose-again.ts';
import { OrderMenu } from './order/OrderMenu.tsx';
import { transfersView } from './transfers-store.ts';
import { useShowInFolder } from './use-show-in-folder.ts';

interface Choice {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly run: (upload: UploadRow) => Promise<unknown>;
}

/** What happened has a place to look at. */
const SHOW = { icon: FolderOpen, label: 'Show in folder' } as const;

const PAUSE: Choice = { icon: Pause, label: 'Pause', run: ({ id }) => pauseUpload(id) };
const RESUME: Choice = { icon: Play, label: 'Resume', run: ({ id }) => resumeUpload(id) };
const RETRY: Choice = { icon: RotateCw, label: 'Try again', run: ({ id }) => retryUpload(id) };
const CHOOSE: Choice = { icon: FolderSearch, label: 'Choose the file again', run: chooseAgain };
const ANSWER: Choice = {
  icon: MessageCircleQuestionMark,
  label: 'Answer',
  run: async () => transfersView.putOffAnswer(false),
};
const CANCEL: Choice = { icon: X, label: 'Cancel', run: cancelOrAsk };
const REMOVE: Choice = { icon: X, label: 'Remove', run: cancelOrAsk };

/** What can be done with one transfer. */
export function TransferButtons({ upload }: { readonly upload: UploadRow }) {
  const show = useShowInFolder();
  const choices = choicesFor(upload);
  if (upload.state === 'done') choices.unshift({ ...SHOW, run: async () => show(upload) });
  return (
    <div className="transfer-buttons">
      {choices.map((choice) => {
        const { icon: Icon, label } = choice;
        return (
          <button
            key={label}
            type="button"
            className="transfer-button"
            aria-label={`${label}: ${upload.filename}`}
            title={label}
            onClick={() => void choice.run(upload)}
          >
            <Icon aria-hidden size={16} />
          </button>
        );
      })}
      {isQueued(upload) && <OrderMenu upload={upload} />}
    </div>
  );
}

function isQueued(upload: UploadRow): boolean {
  return isActive(upload) || upload.state === 'paused' || upload.state === 'blocked';
}

function choicesFor(upload: UploadRow): Choice[] {
  if (upload.state === 'done') return [REMOVE];
  if (upload.state === 'paused' && upload.awaitsAnswer) return [ANSWER, CANCEL];
  if (upload.state === 'paused') return [RESUME, CANCEL];
  if (upload.state === 'needs-source') return [CHOOSE, REMOVE];
  if (canRetry(upload)) return [RETRY, REMOVE];
  if (upload.state === 'failed') return [REMOVE];
  return isActive(upload) ? [PAUSE, CANCEL] : [CANCEL];
}
