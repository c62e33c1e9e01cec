import { mark } from "./folding.ts";
import type { Pattern } from "./kinds.ts";

const han = "\\u4e00-\\u9fff";
const compounds =
  "欧阳|司马|上官|诸葛|皇甫|尉迟|公孙|慕容|令狐|东方|夏侯|司徒|端木|百里|南宫|长孙|宇文";
const singles =
  "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹苏潘葛范彭鲁马方任袁柳唐薛雷贺罗郝安常于傅康余顾孟黄萧姚汪毛米戴宋庞纪项祝董梁杜阮季贾江郭梅林徐邱高夏蔡田胡凌霍万卢莫房解丁邓洪包石崔吉龚程邢陆翁刘叶龙段侯武白赖乔谭温庄阎连习容向易廖耿匡文欧丰" +
  "曾肖尹詹牛翟樊颜闫覃申曲岳聂焦冉简关涂邵施舒殷牟柯代付邬盛童滕窦佘陳張劉楊趙黃吳孫馬許鄭韓馮鄧蕭羅葉蘇呂盧蔣";
const surname = `(?:${compounds}|[${singles}])`;
const english = "\\p{Lu}(?:['’]\\p{Lu})?\\p{Ll}+(?:[-'’]\\p{L}+)*";
const words = `${english}(?: ${english})*`;
const said = "(?:我叫|名叫|名字[是叫])";
const label = "(?:姓名|联系人|收件人|收货人|签收人|户名)";
const stop = `[,，.。;；:!！?？、()\\s${mark}]|$`;

/** People of the ticket. A Latin name also counts by each of its words, if written with a capital. */
export function knownNamePatterns(names: readonly string[]): Pattern[] {
  return names
    .map((name) => name.normalize("NFKC").trim().replace(/\s+/g, " "))
    .filter((name) => [...name].length >= 2)
    .toSorted((a, b) => b.length - a.length)
    .flatMap((name) => [whole(name), ...parts(name)])
    .map((pattern) => ({ kind: "NAME" as const, pattern }));
}

const hasHan = /\p{Script=Han}/u;
const bounded = (source: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, flags);

function whole(name: string): RegExp {
  const words = name.split(" ").map((word) => RegExp.escape(word));
  if (hasHan.test(name)) return new RegExp(words.join("\\s*"), "dgiu");
  return bounded(words.join("\\s+"), "dgiu");
}

function parts(name: string): RegExp[] {
  const words = hasHan.test(name) ? [] : name.split(" ");
  return words
    .filter((word) => words.length > 1 && /^\p{Lu}.{2,}/u.test(word))
    .map((word) => bounded(RegExp.escape(word), "dgu"));
}

const name = (source: string, flags = "dgu"): Pattern => ({
  kind: "NAME",
  pattern: new RegExp(source, flags),
});

/** Names that a word in front, a title or a greeting gives away. */
export const markedNamePatterns: Pattern[] = [
  // "我叫李雷,": the name ends where the sentence pauses.
  name(`${said}(?!了|他|她|你|客服|师傅|快递)(?<value>[${han}]{2,4}|${words})(?=${stop})`),
  // "收件人: 李雷": behind a label that is set off, anything short is a name unless it is a label itself.
  name(
    `${label}(?:\\s*[是为]\\s*:?|\\s*:|\\s)\\s*(?!电话|地址|手机|号码|[不和是的等无有没])(?<value>[${han}]{2,4}|${words})(?=${stop})`,
  ),
  // "收件人李雷电话…", "我叫李雷来自…": no pause, so a surname must vouch for it.
  name(`(?:${label}|${said})(?<value>${surname}[${han}]{1,2})`),
  // "王先生", "请找李小明经理"; a trade such as 项目经理 is not a name.
  name(
    `(?<!班主|主)(?<value>(?!项目|高级|安全|安装|任何|许多|华为|金牌)${surname}(?:(?![的了是有说])[${han}]){0,2}?)(?=先生|女士|小姐|同学|老师|经理)`,
  ),
  // "Mr. John Smith"
  name(`\\b(?:Mr|Ms|Mrs|Miss|Dr|Prof)\\.?\\s+(?<value>${english}(?:\\s${english})?)`),
  // "my name is Jane"
  name(`\\b[Mm][Yy] [Nn]ame(?: is|['’]s)\\s+(?<value>${english}(?:\\s${english}){0,2})`),
  // "this is John Smith": one capital alone may be anything, two are a name.
  name(`\\b(?:[Tt]his is|I am|I['’]m|i am)\\s+(?<value>${english}\\s${english})`),
  // "Hi Jane," opens a letter.
  name(
    `^[ \\t>]*(?:Dear|Hi|Hello|Hey)\\s+(?!There|Team|All|Sir|Madam|Customer|Support|Everyone|Heronby)(?<value>${english}(?:\\s${english})?)(?=\\s*[,!，])`,
    "dgmu",
  ),
  // "Best regards,\nJane Doe" ends one.
  name(
    `(?:[Rr]egards|[Ss]incerely|[Cc]heers|[Bb]est wishes|[Tt]hanks|[Tt]hank you),?\\s*\\n\\s*(?!The )(?<value>${english}(?:\\s${english})?)(?=\\s*$)`,
    "dgmu",
  ),
];
