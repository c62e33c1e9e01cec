import { isLuhn, isMod112 } from "./checksums.ts";
import type { Pattern } from "./kinds.ts";
import { markedNamePatterns } from "./names.ts";
import { passwords, secrets, urlTokens } from "./secrets.ts";

const digitsOf = (value: string): string => value.replace(/[ -]/g, "");

const email: Pattern = {
  kind: "EMAIL",
  // The lookbehind tries each run of characters once, which keeps long runs linear.
  pattern:
    /(?<![A-Za-z0-9._%+\-\uE000])[A-Za-z0-9._%+\-\uE000]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/dg,
};

/** Resident identity numbers: 18 characters with a check digit, 15 (until 1999) only after 身份证. */
const identities: Pattern[] = [
  {
    kind: "CN_ID",
    pattern:
      /(?<![0-9A-Za-z])[1-9]\d{5}[ -]?(?:18|19|20)\d{2}[ -]?(?:0[1-9]|1[0-2])[ -]?(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dXx](?![0-9A-Za-z])/dg,
    accept: (value) => isMod112(digitsOf(value)),
  },
  {
    kind: "CN_ID15",
    pattern:
      /身份证[^0-9]{0,8}(?<value>(?<![0-9A-Za-z])[1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?![0-9A-Za-z]))/dg,
  },
];

const card: Pattern = {
  kind: "CARD",
  pattern: /(?<![0-9A-Za-z])\d(?:[ -]?\d){12,18}(?![0-9A-Za-z])/dg,
  accept: (value) => isLuhn(digitsOf(value)),
};

const orderWord =
  "(?:订单(?:编号|号码?)?|[单單][号號]|运单(?:编号|号码?)?|工单(?:编号|号码?)?|发票(?:号码?|代码)|流水号|交易号|(?<![a-z])(?:order|tracking|invoice|ticket|case|waybill|shipment|transaction|reference|ref|rma)\\s*(?:no\\.?|number|num|id|code)?)";

/** Order, waybill, ticket and invoice numbers behind their word; "order arrived" holds no digit. */
const order: Pattern = {
  kind: "ORDER",
  pattern: new RegExp(
    `${orderWord}\\s*(?:是|为|is\\b)?\\s*[:#]?\\s*#?\\s*(?<value>(?=[A-Z-]*\\d)[A-Z0-9][A-Z0-9-]{4,31})(?![0-9A-Za-z])`,
    "dgi",
  ),
};

/** Chinese mobile, service and fixed lines, then numbers with a country code or in American form. */
const phones: Pattern[] = [
  {
    kind: "PHONE_CN",
    pattern:
      /(?<![0-9A-Za-z])(?:\+?86[- .]?|0086[- .]?|\(\+?86\)[- ]?)?1[3-9]\d[- .]?\d{4}[- .]?\d{4}(?![0-9A-Za-z])/dg,
  },
  {
    kind: "PHONE_400",
    pattern: /(?<![0-9A-Za-z])(?:400|800)[- ]?\d{3}[- ]?\d{4}(?![0-9A-Za-z])/dg,
  },
  {
    kind: "PHONE_CN_LAND",
    pattern:
      /(?<![0-9A-Za-z])(?:\(0\d{2,3}\)|0\d{2,3})[- ]?[2-9]\d{2,3}-?\d{4}(?:[-转]\d{1,5})?(?![0-9A-Za-z])/dg,
  },
  {
    kind: "PHONE_INTL",
    pattern:
      /(?<![\w.])(?:\+|00(?=[1-9]))\d{1,3}[ .()-]?\(?\d{1,4}\)?(?:[ .()-]?\d{2,4}){2,4}(?![0-9A-Za-z])/dg,
  },
  {
    kind: "PHONE_INTL",
    pattern: /(?<![\w.+-])(?:\(\d{3}\) ?|\d{3}[-.])\d{3}[-.]\d{4}(?![0-9A-Za-z])/dg,
  },
];

const passport: Pattern = {
  kind: "PASSPORT_CN",
  pattern:
    /(?:护照[^A-Za-z0-9]{0,6}|passport\s*(?:no\.?|number)?\s*(?:is\s+)?[:#]?\s*)(?<value>[A-Z]{0,2}\d{7,9})(?![0-9A-Za-z])/dgi,
};

/** WeChat and QQ. "WeChat payment" needs a colon, or a digit in it, to be an id. */
const messengers: Pattern[] = [
  {
    kind: "IM_ID",
    pattern:
      /(?:微信号|微信id|wechat\s*id|(?:微信|wechat|weixin|薇信|\b[vw]x)\s*[是:])\s*[是:]?\s*(?<value>[A-Za-z][A-Za-z0-9_-]{5,19}|\d{5,11})(?![0-9A-Za-z])/dgi,
  },
  {
    kind: "IM_ID",
    pattern:
      /(?:微信|(?<![a-z/])(?:wechat|weixin)|薇信|(?<![a-z/])[vw]x(?=[\s:是])|(?<![a-z/])qq号?)\s*(?:是|:)?\s*(?<value>(?=[a-z-]*[\d_])[A-Za-z][A-Za-z0-9_-]{5,19}|\d{5,11})(?![0-9A-Za-z])/dgi,
  },
];

const ip: Pattern = {
  kind: "IP",
  // Four numbers behind "version" are one.
  pattern:
    /(?<![\d.])(?<!(?:版本|固件|version|firmware|build|\bver|\bv)[ :.号]{0,3})(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])/dgi,
};

const plate: Pattern = {
  kind: "PLATE_CN",
  pattern:
    /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][ ·•・]?[A-Z0-9]{5,6}(?![0-9A-Za-z])/dg,
};

const addressTail = "(?:[A-Za-z0-9\\u4e00-\\u9fff-]{0,20}(?:室|座|楼|层|单元|号))*";

/** From the province or city to the door, or only the street with its number. */
const addresses: Pattern[] = [
  `[\\u4e00-\\u9fff]{2,9}(?:省|自治区|市)[\\u4e00-\\u9fff]{1,12}(?:市|区|县)[\\u4e00-\\u9fff0-9]{2,30}(?:号|室|栋|单元|楼)${addressTail}`,
  `[\\u4e00-\\u9fff]{2,12}(?:路|街|大道|巷|弄|胡同)[0-9]{1,5}(?:号|弄)${addressTail}`,
].map((source) => ({ kind: "ADDR_CN", pattern: new RegExp(source, "dg") }));

/** In the order of the pass: what is surest, or holds other kinds inside it, goes first. */
export const patterns: readonly Pattern[] = [
  ...secrets,
  ...passwords,
  ...urlTokens,
  email,
  ...identities,
  card,
  order,
  ...phones,
  passport,
  ...messengers,
  ip,
  plate,
  ...addresses,
  ...markedNamePatterns,
];
