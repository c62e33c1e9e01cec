import { m } from "#messages";

const names: Record<string, () => string> = {
  agent: m.console_role_agent,
  lead: m.console_role_lead,
  owner: m.console_role_owner,
  admin: m.console_role_admin,
};

export const roleName = (role: string): string => names[role]?.() ?? role;
