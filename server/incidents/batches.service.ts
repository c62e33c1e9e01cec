/** Tickets alike within an hour become a proposal; somebody decides about it. */
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import { onIncidentDoubted, onIncidentProposed } from "../reactions.ts";
import { type Batch, batches } from "../triage/batch.ts";
import { draftTexts } from "./drafting.service.ts";
import { doubtMs } from "./incident.ts";
import { insertIncident, liveLike } from "./incidents.repo.ts";
import { join } from "./joining.service.ts";
import { claimPlace, type Sign, signOf, signsLike } from "./members.repo.ts";

/**
 * Rung after a ticket came in. Makes a proposal of the batch it completes, or lets it join one that
 * nobody has decided about yet; an open incident is offered on the ticket's page, and joined by hand.
 */
export function lookForBatch(deps: Deps, ticketId: string): Promise<void> {
  return deps.db.$transaction(async (tx) => {
    const sign = await signOf(tx, ticketId);
    if (!sign) return;
    await tellOfDoubt(deps, tx, sign);
    if (!(await batchOf(tx, ticketId, sign))) return;
    await claimPlace(tx, sign.category);
    // Read again: whoever had the place before may have dealt with all of it.
    const batch = await batchOf(tx, ticketId, sign);
    if (batch) await propose(deps, tx, batch);
  });
}

async function batchOf(tx: Tx, ticketId: string, sign: Sign): Promise<Batch | undefined> {
  const alike = await signsLike(tx, sign);
  const arrivals = alike.map(({ at, ...arrival }) => ({ ...arrival, at: at.getTime() }));
  return batches(arrivals).find(({ ids }) => ids.includes(ticketId));
}

async function propose(deps: Deps, tx: Tx, { category, region, ids }: Batch): Promise<void> {
  const now = deps.now();
  const live = await liveLike(tx, { category, region, fixedSince: now });
  const undecided = live.find(({ state }) => state === "proposed");
  if (undecided) await join(deps, tx, undecided, ids, null);
  if (live.length > 0) return;
  const made = await insertIncident(tx, {
    ...{ category, region, source: "batch", createdAt: now, once: `batch:${ids[0]}` },
    ...draftTexts(deps, "batch", category),
  });
  if (!made) return;
  await join(deps, tx, made, ids, null);
  await onIncidentProposed(deps, tx, made, ids.length);
}

/** It was said to be fixed, and here is another sign of it: whoever leads hears of it once. */
async function tellOfDoubt(deps: Deps, tx: Tx, sign: Sign): Promise<void> {
  const fixedSince = new Date(deps.now().getTime() - doubtMs);
  const live = await liveLike(tx, { ...sign, fixedSince });
  const fixed = live.find(({ state }) => state === "resolved");
  if (fixed) await onIncidentDoubted(deps, tx, fixed);
}
