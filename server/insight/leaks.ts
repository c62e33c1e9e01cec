/** Articles after which people write more often than after others. */
import { wilson } from "../deflection/interval.ts";

export type Followed = { views: number; followedLast: number };

const least = 30;

/** @returns share of all views that ended in a contact with that article read last. */
export function siteMean(articles: readonly Followed[]): number {
  const views = articles.reduce((sum, article) => sum + article.views, 0);
  const last = articles.reduce((sum, article) => sum + article.followedLast, 0);
  return views === 0 ? 0 : last / views;
}

/** Whether chance alone does not explain that so many wrote after it. */
export const isLeaky = ({ views, followedLast }: Followed, mean: number): boolean =>
  views >= least && wilson(followedLast, views)!.lower > mean;
