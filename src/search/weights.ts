/** How the index writes what a term says about an article. */

/** Pagefind keeps weights as whole multiples of one part in so many. */
export const WEIGHT_UNIT = 24;

/** One such multiple, in the unit of BM25. */
export const IMPACT_STEP = 0.125;
