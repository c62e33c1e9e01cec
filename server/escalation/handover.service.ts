/** Who has been on call is written down, once a turn; who is and who comes next is worked out. */
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import { audit, staffNames } from "../settings/settings.repo.ts";
import { DAY } from "../sla/instant.ts";
import { type Handover, handoversSince, lastHandover, lockHandovers } from "./handover.repo.ts";
import { type Turn, turnAt } from "./oncall.ts";

/** Writes down every turn that has begun since the last look. @returns how many. */
export function logHandovers(deps: Deps): Promise<number> {
  return deps.db.$transaction(async (tx) => {
    await lockHandovers(tx);
    const { document: plan } = await deps.settings.current("oncall", tx);
    let logged = 0;
    for (const rotation of plan.rotations) {
      const turn = turnAt(plan, rotation, deps.now().getTime());
      if (turn && (await logTurn(deps, tx, turn))) logged++;
    }
    return logged;
  });
}

// The end of a turn moves when somebody steps in; its beginning and its person make it the same.
async function logTurn(deps: Deps, tx: Tx, turn: Turn): Promise<boolean> {
  const handover: Handover = {
    rotation: turn.rotation,
    person: turn.person,
    from: new Date(turn.from).toISOString(),
    to: new Date(turn.to).toISOString(),
  };
  const last = await lastHandover(tx, turn.rotation);
  if (last?.person === handover.person && last.from === handover.from) return false;
  const entry = { at: deps.now(), userId: null, action: "handover", subject: turn.rotation };
  await audit(tx, { ...entry, data: handover });
  return true;
}

/** Hand-overs of the last 30 days, and active staff to put on call. */
export async function onCallDesk(deps: Deps) {
  const since = new Date(deps.now().getTime() - 30 * DAY);
  const [handovers, staff] = await Promise.all([
    handoversSince(deps.db, since, 50),
    staffNames(deps.db),
  ]);
  const people = [...staff].map(([id, person]) => ({ id, ...person }));
  return { handovers, people };
}
