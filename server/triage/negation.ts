/**
 * Words that take back what follows. `absence` says that something isn't there (没有, no, without),
 * `denial` that it isn't meant (不是, 无需, not). "没有发票" is still about an invoice, "不是发票的事" is not.
 */
export type NegatedBy = "any" | "denial" | "none";

// What is shut out reads like a negation and is none: 是不是, 有没有, 不是第一次, 没人处理, 无法.
const undone = "人|法|办法|完|回|反应|反馈|处理|解决|收到|给|退|发货|成功|能";
const absence = `(?<!有)没有(?!${undone})|(?<!有)没(?!有|${undone})|(?<![从尚])未(?!${undone}|来)|从未|无(?!${undone}|需|效|缘|故|论|端|良|耻|语|奈|线)`;
const denial =
  "(?<!是)不是(?!第|头|一[次天回]|个别|不|没)|并非|无需|无须|不需要|不用(?!说)|不必|(?<!会)不会|(?<!要)不要(?!脸)|不涉及|不想";
const turn = "但|却|才|就|我要|要求|还要|而|所以|因为|只好|直接|一直|又|再|老是|总是|到现在";

const chinese = (words: string) =>
  new RegExp(`(?:${words})(?:(?!${turn})[^\\p{P}\\p{S}\\s\\n]){0,4}$`, "u");
const chineseAny = chinese(`${absence}|${denial}`);
const chineseDenial = chinese(denial);

const english = new Set(["no", "not", "without", "never", "none", "nothing", "cannot"]);
const englishDenial = new Set(["not"]);
/** n't says that somebody is unable to, and then the trouble that follows is real. */
const unable = new Set(["can't", "couldn't", "cannot"]);
/** Here a new thought begins, so that a negation before it is over. */
const turns = new Set(
  `but because since why due so after despite although while until when if only just work works working
  open opens load loads start starts respond connect turn use yet`.split(/\s+/),
);
const longest = 48;

/** Whether the words right before `start` of a folded text take back the term that begins there. */
export function isNegated(text: string, start: number, by: NegatedBy): boolean {
  if (by === "none" || start === 0) return false;
  const before = text.slice(Math.max(0, start - longest), start);
  if ((by === "any" ? chineseAny : chineseDenial).test(before)) return true;
  const clause = before.slice(before.search(/[^.,;:!?。、()"\n]*$/u));
  const words = clause.match(/[a-z']+/g)?.slice(-3) ?? [];
  const at = words.findLastIndex((word) => takesBack(word, by));
  return at >= 0 && !words.slice(at + 1).some((word) => turns.has(word));
}

function takesBack(word: string, by: NegatedBy): boolean {
  if (unable.has(word)) return false;
  return by === "denial"
    ? englishDenial.has(word) || word === "isn't"
    : english.has(word) || word.endsWith("n't");
}

const settled =
  /^(?:就|都|也|便)?(?:可以|能|会|要)?(?:好|解决|搞定|弄好|修好|恢复|处理好|处理完|完成)了/u;

/** 马上 or 立刻 right before 好了 or 解决了 tells of relief, not of hurry. */
export function isSettled(text: string, term: string, end: number): boolean {
  return /^(?:马上|立刻|立即)$/u.test(term) && settled.test(text.slice(end, end + 10));
}
