import { type LucideIcon, Split, UsersRound, Webhook } from "lucide-react";
import { m } from "#messages";
import type { Me } from "../api.ts";

type Section = {
  label: () => string;
  icon: LucideIcon;
  /** A route of `router.tsx`. */
  to: "/settings/rules" | "/settings/teams" | "/settings/webhooks";
  /** Who may set it; the server says the same. */
  roles: Me["role"][];
};

/** The sections of the settings, as the rail lists them: a page each. */
export const sections: readonly Section[] = [
  { label: m.settings_rules, icon: Split, to: "/settings/rules", roles: ["lead", "admin"] },
  { label: m.settings_teams, icon: UsersRound, to: "/settings/teams", roles: ["lead", "admin"] },
  { label: m.settings_webhooks, icon: Webhook, to: "/settings/webhooks", roles: ["admin"] },
];

export const sectionsFor = (role: Me["role"]): Section[] =>
  sections.filter(({ roles }) => roles.includes(role));
