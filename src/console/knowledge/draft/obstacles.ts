/** What stands between a draft and its publication, in the order it is mended. */
import { m } from "#messages";
import type { Draft, Found } from "../records.ts";
import { type Fields, faultsOf } from "./fields.ts";

export type Obstacle = {
  id: string;
  text: string;
  /** Whether it also stands between the draft and its review. */
  forReview: boolean;
};

/** Every place of a text that patterns find now. */
export type FoundText = { kind: string; text: string; places: Found[] };

/** What patterns find now, each text once, without those the list of decisions asks about anyway. */
export function foundElsewhere({ questions, redactions }: Draft): FoundText[] {
  const asked = redactions
    .filter(({ decision }) => decision === "pending")
    .map(({ original }) => original);
  const places = Map.groupBy(questions.found, ({ text }) => text);
  return [...places]
    .filter(([text]) => !asked.includes(text))
    .map(([text, found]) => ({ text, kind: found[0]!.kind, places: found }));
}

export function obstaclesOf(draft: Draft, fields: Fields): Obstacle[] {
  const { empty, changedByHand, redactions } = draft;
  const found = foundElsewhere(draft).length;
  const pending = redactions.filter(({ decision }) => decision === "pending").length;
  const list: (Obstacle | false)[] = [
    faultsOf(fields).length > 0 && {
      id: "fields",
      text: m.knowledge_obstacle_fields(),
      forReview: true,
    },
    !fields.body.trim() && { id: "body", text: m.knowledge_obstacle_body(), forReview: true },
    ...empty.map((section) => ({
      id: `empty ${section}`,
      text: m.knowledge_obstacle_empty({ section }),
      forReview: true,
    })),
    pending > 0 && {
      id: "pending",
      text: m.knowledge_obstacle_pending({ count: pending }),
      forReview: false,
    },
    found > 0 && {
      id: "found",
      text: m.knowledge_obstacle_found({ count: found }),
      forReview: false,
    },
    changedByHand && { id: "hand", text: m.knowledge_obstacle_hand(), forReview: false },
  ];
  return list.filter((item) => item !== false);
}
