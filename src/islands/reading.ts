import { engaged, look, type Meter, startMeter, stir } from "./engaged.ts";
import { record } from "./events.ts";
import { rememberArticle } from "./visit.ts";

const signs = ["keydown", "pointerdown", "pointermove", "scroll", "touchmove", "wheel"] as const;
const focus = ["focus", "blur", "visibilitychange"] as const;
const options = { passive: true, capture: true } as const;

type Article = { id: string; title: string; category?: string };

/**
 * Notes that an article is being read, on its page or in the form's drawer.
 * @returns call it when the reader leaves; only the first call counts.
 */
export function startReading({ id, title, category }: Article): () => void {
  rememberArticle(id, title);
  record({ type: "article_view", article: id, category });
  let meter: Meter | null = startMeter(performance.now(), inFront());
  const alive = () => {
    if (meter) meter = stir(meter, performance.now());
  };
  const turned = () => {
    if (meter) meter = stir(meter, performance.now(), inFront());
  };
  for (const sign of signs) addEventListener(sign, alive, options);
  for (const sign of focus) addEventListener(sign, turned, options);
  return () => {
    if (!meter) return;
    record({
      type: "article_leave",
      article: id,
      engaged: engaged(look(meter, performance.now())),
    });
    meter = null;
    for (const sign of signs) removeEventListener(sign, alive, options);
    for (const sign of focus) removeEventListener(sign, turned, options);
  };
}

const inFront = () => document.visibilityState === "visible" && document.hasFocus();
