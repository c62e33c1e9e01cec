const split = (list: string) =>
  list
    .split(/[,\n]/)
    .map((term) => term.trim())
    .filter((term) => term !== "");

/** Terms of both languages, each list written as people write lists: separated by commas or lines. */
export const terms = (en: string, zh: string) => ({ en: split(en), zh: split(zh) });
