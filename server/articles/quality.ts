import { type CheckedPoint, criticalPoints, points } from "./checkpoints.ts";

export type Quality = {
  /** 1 − faults/(articles × 10); null without articles. */
  score: number | null;
  faults: number;
  /** Articles with a critical fault: these fail whatever the score. */
  failed: number;
};

/** The quality index over a sample of checked articles; points still open are no faults. */
export function qualityOf(articles: readonly (readonly CheckedPoint[])[]): Quality {
  const faulty = articles.map((checked) => checked.filter(({ verdict }) => verdict === "fail"));
  const faults = faulty.flat().length;
  const failed = faulty.filter((f) => f.some(({ point }) => criticalPoints.has(point))).length;
  const score = articles.length === 0 ? null : 1 - faults / (articles.length * points.length);
  return { score, faults, failed };
}
