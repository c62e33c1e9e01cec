import { useNavigate } from "@tanstack/react-router";
import { useCommand } from "../commands/commands.ts";

/** Makes the page reachable by its key and from the palette. */
export function useIncidentsCommand(): void {
  const navigate = useNavigate();
  useCommand("incidents", () => void navigate({ to: "/incidents" }));
}
