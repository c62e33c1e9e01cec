/** What was typed and isn't stored on the server yet, kept in the browser. */
import { z } from "zod";
import { recallJson, remember } from "../../storage.ts";
import { type Fields, fieldsSchema } from "./fields.ts";

const copySchema = z.object({
  /** The version of the draft that it was written on. */
  version: z.int(),
  fields: fieldsSchema,
});
export type LocalCopy = z.infer<typeof copySchema>;

const keyOf = (id: string) => `console-article:${id}`;

export const recallCopy = (id: string): LocalCopy | null =>
  copySchema.safeParse(recallJson(keyOf(id))).data ?? null;

export const keepCopy = (id: string, version: number, fields: Fields): void =>
  remember(keyOf(id), JSON.stringify({ version, fields } satisfies LocalCopy));

export const dropCopy = (id: string): void => remember(keyOf(id), null);
