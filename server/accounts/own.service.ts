/** What a member of staff may change about themselves. */
import { z } from "zod";
import { localeSchema } from "../../content/schema.ts";
import type { Agent, Deps } from "../deps.ts";
import { changePerson, ownRow } from "./accounts.repo.ts";

export const presenceSchema = z.enum(["online", "away", "off"]);

export const ownChangeSchema = z.object({
  /** Only `online` is given new tickets. */
  presence: presenceSchema.optional(),
  /** Of mails to this person, and of the console where the device has chosen none. */
  locale: localeSchema.optional(),
});

export const own = (deps: Deps, agent: Agent) => ownRow(deps.db, agent.id);

export const changeOwn = (deps: Deps, agent: Agent, change: z.infer<typeof ownChangeSchema>) =>
  changePerson(deps.db, agent.id, change);
