import {
  CalendarDays,
  type LucideIcon,
  MessageSquareText,
  PhoneCall,
  Split,
  Timer,
  TrendingUp,
  UsersRound,
  Webhook,
} from "lucide-react";
import { m } from "#messages";
import type { Me } from "../api.ts";

type Section = {
  label: () => string;
  icon: LucideIcon;
  /** A route of `router.tsx`. */
  to:
    | "/settings/rules"
    | "/settings/teams"
    | "/settings/times"
    | "/settings/calendars"
    | "/settings/oncall"
    | "/settings/ladder"
    | "/settings/templates"
    | "/settings/webhooks";
  /** Who may set it; the server says the same. */
  roles: Me["role"][];
};

const leading: Me["role"][] = ["lead", "admin"];

/** The sections of the settings, as the rail lists them: a page each. */
export const sections: readonly Section[] = [
  { label: m.setup_times, icon: Timer, to: "/settings/times", roles: leading },
  { label: m.setup_calendars, icon: CalendarDays, to: "/settings/calendars", roles: leading },
  { label: m.setup_oncall, icon: PhoneCall, to: "/settings/oncall", roles: leading },
  { label: m.setup_ladder, icon: TrendingUp, to: "/settings/ladder", roles: leading },
  { label: m.setup_templates, icon: MessageSquareText, to: "/settings/templates", roles: leading },
  { label: m.settings_rules, icon: Split, to: "/settings/rules", roles: leading },
  { label: m.settings_teams, icon: UsersRound, to: "/settings/teams", roles: leading },
  { label: m.settings_webhooks, icon: Webhook, to: "/settings/webhooks", roles: ["admin"] },
];

export const sectionsFor = (role: Me["role"]): Section[] =>
  sections.filter(({ roles }) => roles.includes(role));
