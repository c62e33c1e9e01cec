import { useNavigate } from "@tanstack/react-router";
import { useCommand } from "../commands/commands.ts";

export function useNewTicketCommand(): void {
  const navigate = useNavigate();
  useCommand("create", () => void navigate({ to: "/new" }));
}
