/** The mails that the product would have sent: they lie in its data folder. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { simpleParser } from "mailparser";

/** Oldest first. */
export async function mailsIn(dataDir: string) {
  const folder = join(dataDir, "mail");
  const names = readdirSync(folder).filter((name) => /^[^.].*\.eml$/.test(name));
  return Promise.all(names.sort().map((name) => simpleParser(readFileSync(join(folder, name)))));
}

/** The last one to an address, once there is one. */
export async function mailTo(dataDir: string, address: string) {
  for (let i = 0; i < 300; i += 1) {
    const found = (await mailsIn(dataDir).catch(() => []))
      .filter(({ to }) => JSON.stringify(to).includes(address))
      .at(-1);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no mail to ${address}`);
}
