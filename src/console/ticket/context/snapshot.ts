/** The form as it was sent, in words: which question, which answer. */
import { z } from "zod";
import { m } from "#messages";
import { answersSchema } from "../../../../content/forms.ts";
import { currentLocale } from "../../language.ts";
import { nameOf, type Settings } from "../../settings.ts";

const snapshotSchema = z.object({
  form: z.string(),
  answers: answersSchema,
  context: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

/** Null after erasure, or where nothing was kept. */
export const readSnapshot = (data: unknown): Snapshot | null =>
  snapshotSchema.safeParse(data).data ?? null;

export type AnsweredField = { id: string; label: string; value: string; isWaived: boolean };

// The subject and the description stand in the timeline, files with the message.
const toldElsewhere = new Set(["subject", "description", "files", "evidence"]);

/** @param shown values that stand beside already, by field; answers that say the same are left out. */
export function answeredFields(
  snapshot: Snapshot,
  settings: Settings,
  shown: Record<string, string | null>,
): AnsweredField[] {
  const fields = settings.forms.find(({ id }) => id === snapshot.form)?.fields ?? [];
  const known = new Map(fields.map((field) => [field.id, field]));
  return Object.entries(snapshot.answers).flatMap(([id, answer]): AnsweredField[] => {
    const field = known.get(id);
    const label = field?.label[currentLocale()] ?? id;
    if (typeof answer === "object" && !Array.isArray(answer)) {
      return [{ id, label, value: answer.waived || m.console_waived(), isWaived: true }];
    }
    if (toldElsewhere.has(id) || shown[id] === answer) return [];
    const value = [answer].flat().map((one) => valueName(one, field, settings));
    return value.join("").trim() ? [{ id, label, value: value.join(", "), isWaived: false }] : [];
  });
}

type Field = Settings["forms"][number]["fields"][number];

function valueName(value: string, field: Field | undefined, settings: Settings): string {
  if (field?.type === "category") return nameOf(settings.categories, value);
  if (field?.type === "module") return nameOf(settings.modules, value);
  return nameOf(field?.options ?? [], value);
}
