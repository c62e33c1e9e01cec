import type { CalloutKind } from "#content/syntax.ts";

const names: Record<CalloutKind, string> = {
  note: "note info information abstract seealso todo question quote example remark 信息 说明 备注 注 注释 须知",
  tip: "tip hint success check done bestpractice pro-tip 提示 小贴士 技巧 小提示 建议 成功",
  caution: "caution warning warn attention important notice 注意 警告 重要 重要提示 注意事项 小心",
  danger: "danger error bug failure fail critical alert-danger 危险 错误 严重警告",
};

const kinds = new Map(
  Object.entries(names).flatMap(([kind, words]) =>
    words.split(" ").map((word) => [word, kind as CalloutKind] as const),
  ),
);

/** The callout of ours that a foreign one is, whatever its spelling: `WARNING`, `提示`, `Info`. */
export function calloutKind(name: string): CalloutKind | undefined {
  return kinds.get(name.trim().toLowerCase());
}

/** The first line of a callout of ours; `:::` ends it, whatever stands around it. */
export function openCallout(kind: CalloutKind, title: string): string {
  const label = title.trim() === "" ? "" : `[${title.trim().replace(/[[\]]/g, "\\$&")}]`;
  return `:::${kind}${label}`;
}

/** The last line of a callout. */
export const closeCallout = ":::";
