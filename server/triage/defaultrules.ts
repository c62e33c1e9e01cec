import type { Action, Condition, Group, Rule } from "./rule.ts";

/** What being a VIP does: at least P1 (001 equates "high priority" with it), or one step up. */
export type VipMode = "at_least_p1" | "step";

const owner = "support-lead";
const rule = (id: string, when: Group, ...actions: Action[]): Rule => ({
  ...{ id, enabled: true, when, owner, version: 1 },
  // biome-ignore lint/suspicious/noThenProperty: the name of the field in the rule model.
  then: actions,
});
const text = (lexicon: string): Condition => ({ text_any: lexicon });
const atLeast = (to: "P0" | "P1" | "P2"): Action => ({ do: "raise_priority", to });
const about = (
  category: "fault" | "billing" | "complaint" | "suggestion" | "question",
  team: string,
) => ({ do: "set_if_empty", category, team }) as const;
const flag = (name: string): Action => ({ do: "flag", flag: name });
const notify = (role: string): Action => ({ do: "notify", role });

const wide: Condition = { impact: ["company", "all", "system"] };
const outage: Condition = {
  any: [{ all: [text("outage"), wide] }, { text_any: "outage", at_least: 2 }],
};
/** A customer who chose "fault" or "complaint" isn't making a suggestion because of one word. */
const serious: Condition = { field: "kind", in: ["fault", "complaint", "security"] };

const bySubject: Rule[] = [
  rule(
    "R01-security",
    {
      any: [
        text("security"),
        text("funds"),
        { field: "kind", eq: "security" },
        { impact: ["funds"] },
      ],
    },
    { do: "set_if_empty", category: "security" },
    { do: "set", team: "risk" },
    { do: "start_flow", flow: "risk" },
    atLeast("P1"),
    { do: "raise_priority", to: "P0", if: { any: [text("funds"), { impact: ["funds"] }] } },
  ),
  rule(
    "R02-outage",
    { all: [outage] },
    ...[{ do: "set_if_empty", category: "fault", team: "tech" } as const, atLeast("P0")],
    { do: "start_flow", flow: "incident" },
  ),
  rule(
    "R03-outage-single",
    { all: [text("outage"), { not: [outage] }] },
    about("fault", "tech"),
    atLeast("P1"),
  ),
  rule("R04-core", { any: [text("core")] }, about("fault", "tech"), atLeast("P1")),
  rule(
    "R05-finance",
    { any: [text("finance"), { field: "kind", eq: "billing" }] },
    about("billing", "finance"),
  ),
  rule(
    "R06-module",
    { all: [{ module_known: true }] },
    { do: "set_if_empty", category: "fault", team: { of: "module" } },
  ),
  rule(
    "R07-tech",
    {
      any: [
        text("callquality"),
        { all: [text("trouble"), { not: [text("outage"), text("core")] }] },
      ],
    },
    about("fault", "tech"),
    atLeast("P2"),
  ),
  rule(
    "R08-complaint",
    { any: [text("angry"), text("strong")] },
    about("complaint", "care"),
    atLeast("P2"),
  ),
  rule(
    "R09-suggest",
    { all: [text("suggest"), { unset: "category" }, { not: [serious] }] },
    about("suggestion", "product"),
  ),
  rule(
    "R10-howto",
    { all: [text("howto"), { unset: "category" }, { not: [serious] }] },
    about("question", "l1"),
  ),
];

/** What the customer said in the form, for whatever the text leaves open. */
const byChoice: Rule[] = [
  rule(
    "R18-chosen-fault",
    { all: [{ field: "kind", eq: "fault" }] },
    about("fault", "tech"),
    atLeast("P2"),
    { do: "raise_priority", to: "P1", if: wide },
  ),
  rule(
    "R19-chosen-complaint",
    { all: [{ field: "kind", eq: "complaint" }] },
    about("complaint", "care"),
    atLeast("P2"),
  ),
  rule(
    "R20-chosen-suggestion",
    { all: [{ field: "kind", eq: "suggestion" }, { unset: "category" }] },
    about("suggestion", "product"),
  ),
];

const byPressure = (vip: VipMode): Rule[] => [
  rule("R11-emotion-high", { all: [{ emotion: "high" }] }, atLeast("P1"), flag("calm-first")),
  rule("R12-emotion-medium", { all: [{ emotion: "medium" }] }, atLeast("P2")),
  rule("R13-scene", { any: [text("scene")] }, atLeast("P1"), flag("scene")),
  rule(
    "R14-history",
    { all: [{ prior_contacts: 2 }] },
    { do: "step_up", cap: "P1" },
    flag("escalate-lead"),
  ),
  rule(
    "R15-vip",
    { all: [{ tier: ["vip"] }] },
    vip === "step" ? { do: "step_up", cap: "P1" } : atLeast("P1"),
    notify("csm"),
  ),
  rule(
    "R17-public",
    { any: [{ channel: ["social"] }, { field: "tags", eq: "public" }] },
    atLeast("P1"),
    notify("oncall-lead"),
  ),
];

/** The rules a new desk begins with. R17 to R20 are ours: public channels and the form's own answer. */
export const defaultRules = (vip: VipMode = "at_least_p1"): Rule[] => [
  ...bySubject,
  ...byChoice,
  ...byPressure(vip),
  rule("R16-default", { all: [{ unmatched: true }] }, about("question", "l1")),
];
