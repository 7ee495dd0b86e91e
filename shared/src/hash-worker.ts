/** A file to be copied into the browser's own storage for an upload that is queued. */
export interface SourceToStage<Source> {
  readonly uploadId: string;
  readonly source: Source;
}

/** What a page asks of the dedicated worker. `Source` is the platform's file; the interface lives
 *  here because the page and the worker are compiled against different platforms. */
export interface HashWorker<Source> {
  /** Holds `name`, for others to see, for as long as the worker is there. Resolves once it does. */
  showAlive(name: string): Promise<void>;
  /** Copies and hashes the sources; their uploads tell how far it has come. Resolves when all of
   *  them are dealt with: staged, lost or no longer wanted. */
  stage(sources: readonly SourceToStage<Source>[]): Promise<void>;
}
