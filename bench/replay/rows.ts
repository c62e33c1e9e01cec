/** Rows of a CSV file with a header line, plain or gzipped; fields hold neither quotes nor commas. */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";

export type Row = Record<string, string>;

export async function* rowsOf(file: string): AsyncGenerator<Row> {
  const bytes = createReadStream(file);
  const input = file.endsWith(".gz") ? bytes.pipe(createGunzip()) : bytes;
  let header: string[] | null = null;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const fields = line.split(",");
    if (header === null) header = fields;
    else yield Object.fromEntries(header.map((name, index) => [name, fields[index] ?? ""]));
  }
}
