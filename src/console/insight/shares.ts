/** The share that a panel is about, wherever the page has it from. */
import type { Filter } from "../../../server/insight/period.ts";
import type { DefinitionId } from "./definitions.ts";
import {
  type Overview,
  type Promised,
  type Rhythm,
  type Share,
  usePromises,
  useRhythm,
} from "./overview.ts";

/** Shares are named after what they are a share of; everything else is a count. */
export const isShareId = (id: DefinitionId): boolean =>
  /_rate$|^attainment_|^within_target_/.test(id);

function sharesOf({ deflection, sla }: Overview): Share[] {
  const { explicit, confirmed, assumed, naive, submission } = deflection;
  return [explicit, confirmed, assumed, naive, submission, ...sla.attainment];
}

const promisedShares = ({ attainment, times }: Promised, { priority }: Filter): Share[] => [
  ...attainment.map(({ all, by }) => (priority ? by[priority] : all)),
  ...times.map(({ within }) => within),
];

const rhythmShares = ({ kept, silent }: Rhythm): Share[] => [silent, kept];

/** Undefined while it isn't known. @param filter with the priority whose column was opened. */
export function useShare(
  overview: Overview | undefined,
  id: DefinitionId,
  filter: Filter,
): Share | undefined {
  const { priority: _, ...page } = filter;
  const { data } = usePromises(page);
  const { data: beat } = useRhythm(page);
  const all = [
    ...(beat ? rhythmShares(beat) : []),
    ...(data ? promisedShares(data, filter) : []),
    ...(overview ? sharesOf(overview) : []),
  ];
  return all.find(({ definition }) => definition === id);
}
