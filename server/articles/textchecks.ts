import type { Root, RootContent } from "mdast";
import { visit } from "unist-util-visit";
import { type Judgement, pass } from "./checkpoints.ts";
import { wordsOf } from "./markdown.ts";
import { contentWords } from "./vocabulary.ts";

type Blocks = RootContent[] | undefined;

const textOf = (blocks: RootContent[]): string => blocks.map(wordsOf).join("\n").trim();

export function filled(blocks: Blocks, judgement: Judgement): Judgement {
  if (!blocks) return { verdict: "open", reason: "section_absent" };
  return textOf(blocks) === "" ? { verdict: "fail", reason: "section_empty" } : judgement;
}

/** At least half of what the Issue says must be words that the customer used. */
export function customersWords(issue: Blocks, source: string | null): Judgement {
  const own = new Set(contentWords(textOf(issue ?? [])));
  const customers = new Set(contentWords(source ?? ""));
  const kept = own.size > 0 && own.intersection(customers).size * 2 >= own.size;
  return filled(issue, kept ? pass : { verdict: "open", reason: "other_words" });
}

/** That the steps are numbered a rule can see; that none is missing it can't. */
export function steps(resolution: Blocks): Judgement {
  const isNumbered = resolution?.some((node) => node.type === "list" && node.ordered === true);
  return filled(
    resolution,
    isNumbered
      ? { verdict: "open", reason: "steps_complete" }
      : { verdict: "fail", reason: "steps_not_numbered" },
  );
}

const resultWords =
  /\b(?:should (?:now|then|see|be|turn|show)|(?:you|it)['’]?(?:ll| will| can now)|now (?:shows?|works?|lights?)|appears?|turns? (?:green|white|blue)|until (?:the|you|it)|is (?:back|online|restored))\b|即可|就(?:会|能|可以)|会(?:显示|出现|变|收到|提示|亮)|应(?:该|当)?(?:会|能|显示|看到)|看到|显示为|恢复(?:正常|在线)|成功/i;

export function result(resolution: Blocks): Judgement {
  const told = resultWords.test(textOf(resolution ?? []));
  return filled(resolution, told ? pass : { verdict: "open", reason: "no_result" });
}

const solutionWords =
  /^(?:solution|fix(?:ed|ing)?|resolved?|resolution|workaround|how (?:to|we) (?:fix|solve|resolve)d?)\b|^(?:解决|修复|处理)|(?:解决|处理|修复)(?:办法|方法|方案|步骤)$|已(?:解决|修复)/i;

/** The title names the problem or the task; the answer belongs below. */
export function title(text: string): Judgement {
  const length = [...text.trim()].length;
  if (length < 2 || length > 120) return { verdict: "fail", reason: "title_length" };
  if (solutionWords.test(text.trim())) return { verdict: "fail", reason: "title_is_solution" };
  return /[.。]\s*$/.test(text) ? { verdict: "fail", reason: "title_full_stop" } : pass;
}

export function addressesIn(tree: Root): string[] {
  const addresses: string[] = [];
  visit(tree, (node) => {
    if (node.type === "link" || node.type === "image" || node.type === "definition")
      addresses.push(node.url);
  });
  return addresses;
}

/** Links into the knowledge base are checked; what lies outside a person must open. */
export function links(tree: Root, resolves: (address: string) => boolean): Judgement {
  const addresses = addressesIn(tree);
  const outside = addresses.filter((address) => /^(?:https?|mailto|tel):/i.test(address));
  const broken = addresses.filter((address) => !outside.includes(address) && !resolves(address));
  if (broken.length > 0) return { verdict: "fail", reason: "link_broken", details: broken };
  return outside.length > 0 ? { verdict: "open", reason: "link_outside", details: outside } : pass;
}
