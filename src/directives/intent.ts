import type { ClientDirective } from "astro";

/**
 * `client:intent`: the island's script is loaded when the reader reaches for it, by pointer, by
 * touch or by focus (the `/` key focuses the search field). Until then its HTML works by itself.
 */
const intent: ClientDirective = (load, _options, island) => {
  const signs = ["focusin", "pointerover", "touchstart"];
  const start = async () => {
    for (const sign of signs) island.removeEventListener(sign, start);
    const hydrate = await load();
    await hydrate();
  };
  for (const sign of signs) island.addEventListener(sign, start, { passive: true });
  if (island.contains(document.activeElement)) start();
};

export default intent;
