import { type LucideIcon, Webhook } from "lucide-react";
import { m } from "#messages";
import type { Me } from "../api.ts";

type Section = {
  label: () => string;
  icon: LucideIcon;
  /** A route of `router.tsx`. */
  to: "/settings/webhooks";
  /** Who may set it; the server says the same. */
  roles: Me["role"][];
};

/** The sections of the settings, as the rail lists them: a page each. */
export const sections: readonly Section[] = [
  { label: m.settings_webhooks, icon: Webhook, to: "/settings/webhooks", roles: ["admin"] },
];

export const sectionsFor = (role: Me["role"]): Section[] =>
  sections.filter(({ roles }) => roles.includes(role));
