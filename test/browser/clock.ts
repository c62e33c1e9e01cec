/**
 * Moves the time of the product under test: loaded before it with `--import`, so that nothing of this
 * is in the product. The file named by CLOCK_FILE holds the milliseconds by which its clock is ahead.
 */
import { readFileSync } from "node:fs";
import { ServerResponse } from "node:http";

const RealDate = Date;
const file = process.env.CLOCK_FILE;

function ahead(): number {
  try {
    return Number(readFileSync(file!, "utf8"));
  } catch {
    return 0;
  }
}

if (file && process.env.NODE_ENV === "test") {
  const now = () => RealDate.now() + ahead();
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, made) =>
      args.length > 0 ? Reflect.construct(target, args, made) : new RealDate(now()),
    apply: () => new RealDate(now()).toString(),
    get: (target, name, receiver) => (name === "now" ? now : Reflect.get(target, name, receiver)),
  });
  // The desk believes the server's clock, and reads it from this header.
  const { writeHead } = ServerResponse.prototype;
  ServerResponse.prototype.writeHead = function (this: ServerResponse, ...args: unknown[]) {
    this.setHeader("date", new RealDate(now()).toUTCString());
    return Reflect.apply(writeHead, this, args);
  } as typeof writeHead;
}
