import { keepAsked } from "../../../content/answers.ts";
import type { Form } from "../../../content/forms.ts";
import type { Locale } from "../../../content/schema.ts";
import { episodeId } from "../visit.ts";
import { withoutParts } from "./context.ts";
import type { Draft } from "./draft.ts";
import { followed } from "./followed.ts";
import { placeOf } from "./placing.ts";
import type { Letter } from "./store.ts";
import { surroundings } from "./surroundings.ts";

/** The message as it leaves: only what is asked for and filled, only the context that was left in. */
export function writeLetter(
  form: Form,
  locale: Locale,
  { key, answers, removed }: Draft,
  files: readonly { id: string; field: string }[],
): Letter {
  const given = Object.entries(keepAsked(form, answers)).filter(([, answer]) => answer !== "");
  return {
    key,
    submission: {
      key,
      form: form.id,
      locale,
      answers: Object.fromEntries(given),
      context: withoutParts(surroundings(), removed),
      writtenAt: new Date(),
      episodeId: episodeId(),
      follows: followed(),
    },
    files: files.flatMap(({ id, field }) => {
      const place = placeOf(form, answers, field);
      return place ? [{ id, field: place }] : [];
    }),
  };
}
