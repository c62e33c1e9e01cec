import { createContext, useContext } from "react";
import type { Locale } from "../../../content/schema.ts";

export const Language = createContext<Locale>("en");

/** The reader's language as messages take it: `m.ask_send({}, to)`. */
export function useTo(): { locale: Locale } {
  return { locale: useContext(Language) };
}
