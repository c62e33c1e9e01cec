import { writeSync } from "node:fs";

/** Written at once: what was said before a kill was said. */
export const say = (line: string): void => {
  writeSync(1, `${line}\n`);
};
