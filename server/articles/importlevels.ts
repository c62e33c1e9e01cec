/** More articles than these make a list that nobody reads; a category is then divided by its next level. */
const most = 60;
/** Fewer than these stay in the category above. */
const least = 4;

/** A text with its categories, the uppermost first. */
export type Filed = { pair: string; levels: readonly string[] };

/**
 * Chooses at which level of its categories each text is shown: the uppermost, unless that holds too many.
 * @returns for each text the levels down to the chosen one.
 */
export function chosenLevels(texts: readonly Filed[]): string[][] {
  const chosen = new Map<Filed, string[]>();
  const settle = (group: readonly Filed[], depth: number): void => {
    for (const text of group) chosen.set(text, text.levels.slice(0, depth));
    const isSmall = new Set(group.map(({ pair }) => pair)).size <= most;
    if (depth > 0 && isSmall) return;
    const below = Map.groupBy(
      group.filter(({ levels }) => levels.length > depth),
      ({ levels }) => levels[depth]!.toLowerCase(),
    );
    for (const part of below.values()) {
      const size = new Set(part.map(({ pair }) => pair)).size;
      if (depth === 0 || size >= least) settle(part, depth + 1);
    }
  };
  settle(texts, 0);
  return texts.map((text) => chosen.get(text) ?? []);
}

/**
 * What a category is called: its own level, with the one above where two would be called the same.
 * @param paths as `chosenLevels` gives them.
 */
export function namesOf(paths: readonly (readonly string[])[]): string[] {
  const homes = new Map<string, Set<string>>();
  for (const path of paths) {
    const last = path.at(-1)?.toLowerCase() ?? "";
    const above = path.slice(0, -1).join("/").toLowerCase();
    homes.set(last, (homes.get(last) ?? new Set()).add(above));
  }
  return paths.map((path) => {
    const last = path.at(-1) ?? "";
    const isShared = (homes.get(last.toLowerCase())?.size ?? 0) > 1;
    return isShared ? path.slice(-2).join(" – ") : last;
  });
}
