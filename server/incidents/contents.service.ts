/** What an incident says, and which tickets it is about. */
import type { z } from "zod";
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { notify } from "../live.ts";
import { onBannerChanged } from "../reactions.ts";
import { decide, raise, type Seen } from "./deciding.service.ts";
import { assertState, type Banner, type titleSchema } from "./incident.ts";
import { changeIncident, lockIncident } from "./incidents.repo.ts";
import { join, leave } from "./joining.service.ts";

export type Texts = { title: z.infer<typeof titleSchema>; banner: Banner };

/** A banner that is on changes on the help center at once. */
export const writeTexts = (deps: Deps, agent: Agent, { title, banner, ...seen }: Seen & Texts) =>
  decide(deps, agent, seen, async (tx, incident) => {
    assertState(incident, "proposed", "open");
    if (incident.bannerFrom) assertBanner(banner);
    await changeIncident(tx, incident.id, { title, banner });
    if (incident.bannerFrom) await onBannerChanged(deps, tx);
  });

/**
 * Shows the banner on every page of the help center, or takes it away.
 * @throws Problem `incident_text_missing` while it isn't written in both languages.
 */
export const switchBanner = (deps: Deps, agent: Agent, { on, ...seen }: Seen & { on: boolean }) =>
  decide(deps, agent, seen, async (tx, incident, at) => {
    assertState(incident, "open");
    if (on) assertBanner(incident.banner as Banner);
    await changeIncident(tx, incident.id, { bannerFrom: on ? (incident.bannerFrom ?? at) : null });
    await onBannerChanged(deps, tx);
  });

function assertBanner(banner: Banner): void {
  for (const language of ["en", "zh"] as const)
    if (!banner[language]) throw new Problem("incident_text_missing", { language });
}

type Some = { incidentId: string; ticketIds: string[] };

/** Puts tickets to an incident, by any member of staff; those of an open one become P1 at least. */
export const addTickets = (deps: Deps, agent: Agent, { incidentId, ticketIds }: Some) =>
  deps.db.$transaction(async (tx) => {
    const incident = await lockIncident(tx, incidentId);
    assertState(incident, "proposed", "open");
    const joined = await join(deps, tx, incident, ticketIds, agent.id);
    if (joined.length === 0) throw new Problem("ticket_in_incident");
    if (incident.state === "open") await raise(deps, tx, agent, incident, joined);
  });

/** Takes tickets out; their priority stays, because only a person lowers one. */
export const removeTickets = (deps: Deps, agent: Agent, { incidentId, ticketIds }: Some) =>
  deps.db.$transaction(async (tx) => {
    const incident = await lockIncident(tx, incidentId);
    await leave(deps, tx, incident, agent.id, ticketIds);
    await notify(tx, { kind: "incident", id: incidentId });
  });
