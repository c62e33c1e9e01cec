import { useNavigate } from "@tanstack/react-router";
import { useCommand } from "../commands/commands.ts";
import { useMe } from "../session/session.ts";
import { isLead } from "./leads.ts";

/** Makes the page reachable by its key and from the palette for those who may see it. */
export function useLeadCommand(): void {
  const navigate = useNavigate();
  const { role } = useMe();
  useCommand("lead", isLead(role) ? () => void navigate({ to: "/lead" }) : null);
}
