/** A folder over HTTP as a host would serve it, counting what is sent. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES: Record<string, string> = {
  ".js": "text/javascript",
  ".html": "text/html",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

export interface Served {
  readonly url: string;
  /** Bytes of the answers' bodies since it was last asked, texts packed. */
  readonly sent: () => number;
  readonly close: () => void;
}

export async function serve(folder: string): Promise<Served> {
  let bytes = 0;
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url!, "http://x").pathname));
    const type = TYPES[extname(path)];
    try {
      const body = path === "/" ? Buffer.from("<!doctype html>") : readFileSync(join(folder, path));
      const packed = type === undefined ? body : gzipSync(body);
      bytes += packed.length;
      const headers = {
        "content-type": type ?? (path === "/" ? "text/html" : "application/octet-stream"),
      };
      response.writeHead(
        200,
        type === undefined ? headers : { ...headers, "content-encoding": "gzip" },
      );
      response.end(packed);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    sent: () => {
      const now = bytes;
      bytes = 0;
      return now;
    },
    close: () => server.close(),
  };
}
