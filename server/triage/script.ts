import { Converter } from "opencc-js/t2cn";

/** Traditional Chinese characters and words as simplified ones; everything else as it is. */
export const foldScript: (text: string) => string = Converter({ from: "t", to: "cn" });
