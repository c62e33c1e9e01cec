import { useNavigate } from "@tanstack/react-router";
import { useCommand } from "../commands/commands.ts";

/** The way to the articles by key and by name, from anywhere in the desk. */
export function useKnowledgeCommand(): void {
  const navigate = useNavigate();
  useCommand("knowledge", () => void navigate({ to: "/knowledge" }));
}
