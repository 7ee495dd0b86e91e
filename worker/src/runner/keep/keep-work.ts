import type { KeptContent } from '../../engine/keep/content.ts';
import type { KeepPorts } from './ports.ts';

/** What the pass gives to whoever fetches one content. */
export interface KeepWork {
  readonly ports: KeepPorts;
  /** Aborts what is under way when the pass is told to rest. */
  readonly signal: AbortSignal;
  /** Waits until something may be fetched; false where the pass is to end or to plan anew instead. */
  isReady(): Promise<boolean>;
  /** A place for one request, once there is one; false likewise. One that was taken is given back. */
  takePlace(bytes: number): Promise<boolean>;
  givePlace(): void;
  /** An answer came, with so many bytes. */
  arrived(bytes: number): Promise<void>;
  /** Shows how far a content is. */
  note(content: KeptContent): void;
}
