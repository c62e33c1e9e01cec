/**
 * Words that say nothing about the subject. They are not asked of the index, where they would load
 * most of it, but they still count a little when the loaded candidates are ranked.
 */

const ENGLISH = `a about above after again all also am an and any anybody anyone anything are as at be because
been before being below between both but by can cannot cant could couldnt did didnt do does doesnt doing done dont
down during each either else ever every few for from further get gets getting give go goes going gone got had hadnt
has hasnt have havent having he hello help her here hers hi him his how hows however i id if ill im in into is isnt it
its itself ive just kindly know let lets like may maybe me might mine more most much must my myself need needs no nor
not now of off ok okay on once only or other our ours out over own please possible put really same shall she should
shouldnt show since so some somebody someone something still such sure take tell than thank thanks that thats the
their theirs them then there theres these they theyre thing things this those though through to too try trying
under until up us use using very via want wants was wasnt way ways we well were werent what whats when where which
while who whom whose why will with without wont work would wouldnt yes yet you your youre yours`;

/** Characters that make a pair of Chinese characters useless for finding anything. */
const CHINESE_CHARACTERS =
  "的了吗呢么我你您他她它们啊吧呀哦嘛这那哪谁很就都也还又被把跟与及或而但若之其让给";

const CHINESE_PAIRS = `怎样 如何 什么 为什 为何 可以 请问 是否 能否 是不 不是 能不 没有 有没 一下 一个 一直 多少 几个 办法
不能 现在 需要 应该 知道 谢谢 您好 你好 麻烦 帮忙 请教 咨询 问题 情况 时候 东西 有人 的话 如果 因为 所以 但是 已经 还是
就是 这个 那个 这样 那样 怎办 咋办 咋回 回事 咋样 哪里 哪儿 想要 我想 请帮 帮我`;

const STOP = new Set(ENGLISH.split(/\s+/));
const STOP_PAIRS = new Set(CHINESE_PAIRS.split(/\s+/));
const STOP_CHARACTERS = new Set(CHINESE_CHARACTERS);

/**
 * Is the word about anything?
 * @param word a normalised word before stemming, or one or two Chinese characters
 */
export function isStopWord(word: string, han: boolean): boolean {
  if (!han) return STOP.has(word) || (word.length < 2 && !/\d/.test(word));
  return STOP_PAIRS.has(word) || [...word].some((character) => STOP_CHARACTERS.has(character));
}
