/** Pagefind packs its files with gzip, whatever the server does; some servers unpack them on the way. */
import { SearchUnavailable } from "./unavailable.ts";

const GZIP = 0x1f;

/** @throws SearchUnavailable in a browser that can't unpack, before 2023 */
export async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (bytes[0] !== GZIP) return bytes;
  if (typeof DecompressionStream === "undefined") {
    throw new SearchUnavailable("this browser can't unpack the index");
  }
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
