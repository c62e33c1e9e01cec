/** Whether the product can work, for whoever watches it from outside. */
import type { Db } from "./db.ts";

/** How long the database may take to answer, in milliseconds. */
const patience = 1500;
/** After so many milliseconds without an answer the question is put again, on another connection. */
const hopeless = 30_000;

/**
 * @returns asks the database: false when it refuses or is silent for 1.5 s. A silent one is asked
 * once for all who want to know meanwhile, so that watching takes no connections from the readers.
 */
export function databaseWatch(db: Db): () => Promise<boolean> {
  let asked: Promise<boolean> | undefined;
  const ask = (): Promise<boolean> => {
    const question = db.$queryRaw`SELECT 1`.then(
      () => true,
      () => false,
    );
    const forget = () => {
      if (asked === question) asked = undefined;
    };
    const tired = setTimeout(forget, hopeless).unref();
    void question.finally(() => {
      clearTimeout(tired);
      forget();
    });
    return question;
  };
  return () => {
    asked ??= ask();
    return Promise.race([asked, after(patience)]);
  };
}

const after = (milliseconds: number): Promise<false> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds, false).unref();
  });
