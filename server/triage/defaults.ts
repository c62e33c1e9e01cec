import { defaultCalendars } from "../sla/defaults.ts";
import { defaultLexicons } from "./defaultlexicons.ts";
import { defaultRules, type VipMode } from "./defaultrules.ts";
import type { EmotionScale } from "./emotion.ts";
import type { RuleSet, Team } from "./ruleset.ts";

/** Insults, losses, scenes and anger weigh two; hurry and disappointment one. */
export const defaultEmotion: EmotionScale = {
  weights: { strong: 2, loss: 2, scene: 2, angry: 2, urgent: 1, displeased: 1 },
  thresholds: { high: 4, medium: 2 },
};

/** Teams a new desk begins with. */
export const defaultTeams: Team[] = [
  { id: "l1", name: { en: "First line", zh: "一线客服" }, level: "junior", skills: ["how-to"] },
  {
    id: "tech",
    name: { en: "Technical support", zh: "技术支持" },
    level: "senior",
    skills: ["tech"],
    needsEvidence: true,
  },
  {
    id: "l2-reports",
    name: { en: "Reports", zh: "报表二线" },
    level: "senior",
    skills: ["reports"],
  },
  { id: "finance", name: { en: "Finance", zh: "财务商务" }, level: "senior", skills: ["billing"] },
  {
    id: "risk",
    name: { en: "Account security", zh: "账户安全" },
    level: "senior",
    skills: ["security"],
  },
  {
    id: "care",
    name: { en: "Customer care", zh: "客户关怀" },
    level: "senior",
    skills: ["complaints"],
  },
  { id: "product", name: { en: "Product", zh: "产品" }, level: "senior", skills: ["product"] },
];

/** The second line of calls are the technicians; other modules come with the desk. */
const defaultModules = [
  { id: "av-call", team: "tech" },
  { id: "reports", team: "l2-reports" },
];

/** The rule set a new desk begins with. */
export const defaultRuleSet = (vip?: VipMode): RuleSet => ({
  rules: defaultRules(vip),
  lexicons: defaultLexicons,
  emotion: defaultEmotion,
  teams: defaultTeams,
  modules: defaultModules,
  defaultTeams: {
    fault: "tech",
    security: "risk",
    question: "l1",
    billing: "finance",
    complaint: "care",
    suggestion: "product",
  },
  emergencyTeam: "tech",
  calendars: defaultCalendars,
});
