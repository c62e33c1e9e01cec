/** What a replacement says about the thing it replaced, in square brackets. */
export const kinds = [
  "NAME",
  "SECRET",
  "PASSWORD",
  "URL_TOKEN",
  "EMAIL",
  "CN_ID",
  "CN_ID15",
  "CARD",
  "ORDER",
  "PHONE_CN",
  "PHONE_400",
  "PHONE_CN_LAND",
  "PHONE_INTL",
  "PASSPORT_CN",
  "IM_ID",
  "IP",
  "PLATE_CN",
  "ADDR_CN",
] as const;
export type Kind = (typeof kinds)[number];

export type Pattern = {
  kind: Kind;
  /** Flags `d` and `g`. The group `value` is what goes; without one, the whole match. */
  pattern: RegExp;
  /** What a regular expression can't say, such as a check digit. */
  accept?: (value: string) => boolean;
};
