/** What the help center says about known problems, as a file its pages ask. */
import type { Deps } from "../deps.ts";
import { knownIssues } from "./banner.ts";
import { withBanner } from "./incidents.repo.ts";

/** Rung when a banner changes, and now and then; writes only what differs from what is there. */
export async function publishBanner(deps: Deps): Promise<void> {
  await deps.publisher.announce(() => withBanner(deps.db).then(knownIssues));
}
