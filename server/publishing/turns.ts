/** Work that follows one another, each piece of which may answer before it is done. */

export type Turns = {
  /**
   * @param work calls `found` once others can see what it is about.
   * @returns `found` settles then, or with the failure that came before it; `done` with the work.
   */
  take<T>(work: (found: () => void) => Promise<T>): { found: Promise<void>; done: Promise<T> };
  /** Resolves when everything taken until now is done, or has failed. */
  settled(): Promise<void>;
};

export function openTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return {
    take(work) {
      const found = Promise.withResolvers<void>();
      const go = () => work(found.resolve);
      const done = last.then(go, go);
      last = done;
      done.catch(found.reject);
      // Whoever waits for all of it hears of a failure there.
      found.promise.catch(() => {});
      return { found: found.promise, done };
    },
    async settled() {
      await last.catch(() => {});
    },
  };
}
