/** Reads the part of CBOR (RFC 8949) that Pagefind writes: whole numbers, texts and lists. */
export interface CborReader {
  /** The next item's length, which must be a list's. */
  readonly list: () => number;
  readonly number: () => number;
  readonly text: () => string;
  /** Passes over the next item, whatever is in it. */
  readonly skip: () => void;
  /** Where the next item begins. */
  readonly position: () => number;
}

const KIND = { positive: 0, negative: 1, text: 3, list: 4 };
const decoder = new TextDecoder();

/** @throws RangeError where the bytes are something else */
export function readCbor(bytes: Uint8Array): CborReader {
  let at = 0;
  const head = (): { kind: number; size: number } => {
    const first = bytes[at++] ?? 0xff;
    const short = first & 31;
    if (short > 27) throw new RangeError(`Not a Pagefind index: byte ${first} at ${at - 1}`);
    const size = short < 24 ? short : integer(1 << (short - 24));
    return { kind: first >> 5, size };
  };
  const integer = (width: number): number => {
    let value = 0;
    for (const end = at + width; at < end; at++) value = value * 256 + bytes[at]!;
    return value;
  };
  const expect = (kind: number): number => {
    const found = head();
    if (found.kind !== kind) throw new RangeError(`Not a Pagefind index: kind ${found.kind}`);
    return found.size;
  };
  const skip = (): void => {
    const { kind, size } = head();
    if (kind === KIND.list) for (let index = 0; index < size; index++) skip();
    else if (kind === KIND.text) at += size;
  };
  return {
    list: () => expect(KIND.list),
    text: () => {
      const size = expect(KIND.text);
      at += size;
      return decoder.decode(bytes.subarray(at - size, at));
    },
    number: () => {
      const { kind, size } = head();
      return kind === KIND.negative ? -1 - size : size;
    },
    skip,
    position: () => at,
  };
}
