// What goes on for as long as the page is open, whatever it shows.
import { startKeeping } from '@satchel/worker/page/keeping';
import { startTransfers } from '@satchel/worker/page/transfers';

export function startWork(): void {
  startTransfers();
  startKeeping();
}
