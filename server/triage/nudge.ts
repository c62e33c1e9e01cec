import { hitsOf, type Lexicon } from "./lexicon.ts";
import { foldText } from "./text.ts";

/** Whether a customer's message asks for news: a word of the lexicon `nudge` is in it. */
export function asksForNews(text: string, lexicons: readonly Lexicon[]): boolean {
  const lexicon = lexicons.find(({ id }) => id === "nudge");
  return lexicon !== undefined && hitsOf(lexicon, foldText(text)).count > 0;
}
