import { showToast } from '../../ui/toasts/toast-store.ts';
import { countWords } from '../count-words.ts';
import { explainFailure } from '../explain-failure.ts';
import { sayDone } from '../undo-store.ts';

type Thing = Parameters<typeof countWords>[0][number] & { readonly id: string };

// What keeps is not needed before the first list.
const deeds = () => import('@satchel/worker/page/keep-offline');

/** Has files, and everything under folders, kept on this device. */
export async function keep(things: readonly Thing[]): Promise<void> {
  const ids = idsOf(things);
  await trying(async () => {
    const { keepOffline, stopKeeping } = await deeds();
    const { isFirst, promised } = await keepOffline(ids);
    const text = `Keeping ${countWords(things)} offline`;
    const note = isFirst ? PROMISED[promised] : '';
    sayDone(`${text}${note}`, () => stopKeeping(ids), ids);
  });
}

export async function stopKeeping(things: readonly Thing[]): Promise<void> {
  const ids = idsOf(things);
  await trying(async () => {
    const { keepOffline, stopKeeping: stop } = await deeds();
    await stop(ids);
    sayDone(`No longer keeping ${countWords(things)} offline`, () => keepOffline(ids), ids);
  });
}

/** Tries at once what failed. */
export async function retryKept(): Promise<void> {
  await trying(async () => (await deeds()).retryKeeping());
}

const PROMISED = {
  kept: '. The browser promised to delete nothing of it',
  'may-go': '. The browser may delete it when its disk fills up: see Settings',
  unknown: '',
} as const;

async function trying(deed: () => Promise<void>): Promise<void> {
  try {
    await deed();
  } catch (failure) {
    showToast({ text: explainFailure(failure), tone: 'negative' });
  }
}

function idsOf(things: readonly Thing[]): string[] {
  return things.map(({ id }) => id);
}
