import { advanceToast, dismissToast, showToast } from '../../ui/toasts/toast-store.ts';
import { formatCount } from '../format-bytes.ts';

/** Words around the count, as in "Moving 340 of 2,000 to the trash". */
export type GoingWords = (count: string) => string;

// What is over sooner would only flash.
const SHOWN_AFTER_MS = 1000;
const BETWEEN_MS = 100;

/** Shows how far a deed is once it takes its time. */
export class DeedNotice {
  readonly #total: number;
  readonly #going: GoingWords;
  #timer: ReturnType<typeof setTimeout>;
  #answered = 0;
  #toastId: number | null = null;

  /** One that is known to take long is shown at once. */
  constructor(total: number, going: GoingWords, { isLong = false } = {}) {
    this.#total = total;
    this.#going = going;
    this.#timer = setTimeout(() => this.#show(), isLong ? 0 : SHOWN_AFTER_MS);
  }

  readonly advance = (answered: number): void => {
    this.#answered = answered;
  };

  /** The notice for something else to take its place; null where none was shown. */
  end(): number | null {
    clearInterval(this.#timer);
    return this.#toastId;
  }

  /** Ends without anything in its place. */
  dismiss(): void {
    if (this.#toastId !== null) dismissToast(this.#toastId);
  }

  #show(): void {
    const id = showToast({ text: this.#text(), share: this.#share() });
    this.#toastId = id;
    this.#timer = setInterval(() => advanceToast(id, this.#text(), this.#share()), BETWEEN_MS);
  }

  /** Before the first is done nothing is counted: that would look like something that stands still. */
  #share(): number | 'unknown' {
    return this.#answered === 0 ? 'unknown' : this.#answered / this.#total;
  }

  #text(): string {
    if (this.#total === 1) return this.#going('');
    const total = formatCount(this.#total);
    return this.#going(this.#answered === 0 ? total : `${formatCount(this.#answered)} of ${total}`);
  }
}
