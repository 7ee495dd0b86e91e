/** Tells every server of the installation something happened. At most once, unordered, may lose:
 *  whoever listens must be able to find out by itself what it has missed. */
export interface Bus {
  publish(topic: string, message: string): void;
  /** Calls `listener` for each message; returns how to stop. */
  subscribe(topic: string, listener: (message: string) => void): () => void;
}
