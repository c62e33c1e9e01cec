/**
 * The index could not be loaded. Never to be shown as "nothing found": nobody has looked.
 */
export class SearchUnavailable extends Error {
  override readonly name = "SearchUnavailable";

  /** @param what the file or step that failed, for the log */
  constructor(what: string, cause?: unknown) {
    super(`Search is unavailable: ${what}`, { cause });
  }
}
