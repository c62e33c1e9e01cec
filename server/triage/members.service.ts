/** Who is in which team, and what they can be given. */
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { audit } from "../settings/settings.repo.ts";
import { type Member, type MemberChange, membersOf, saveMember } from "./people.repo.ts";

export const presences = ["online", "away", "off"] as const;

export const members = (deps: Deps, _agent: Agent): Promise<Member[]> => membersOf(deps.db);

/** @throws Problem `team_unknown`, `not_found`. */
export async function changeMember(
  deps: Deps,
  agent: Agent,
  { userId, ...change }: { userId: string } & MemberChange,
): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    const { document } = await deps.settings.current("teams", tx);
    const { team } = change;
    if (team && !document.teams.some(({ id }) => id === team)) throw new Problem("team_unknown");
    if (!(await saveMember(tx, userId, change))) throw new Problem("not_found");
    const entry = { at: deps.now(), userId: agent.id, action: "member_changed", subject: userId };
    await audit(tx, { ...entry, data: change });
  });
}
