import { useNavigate } from "@tanstack/react-router";
import { useCommand } from "../commands/commands.ts";

/** Makes the page reachable by its key and from the palette, wherever one is. */
export function useInsightCommand(): void {
  const navigate = useNavigate();
  useCommand("insight", () => void navigate({ to: "/insight" }));
}
