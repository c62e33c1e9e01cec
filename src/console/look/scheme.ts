/** Light, dark or the system's: remembered under the same name as in the help center. */
import type { MantineColorScheme, MantineColorSchemeManager } from "@mantine/core";
import { recall, remember } from "../storage.ts";

const key = "theme";

function stored(fallback: MantineColorScheme): MantineColorScheme {
  const value = recall(key);
  return value === "light" || value === "dark" ? value : fallback;
}

let onStorage: ((event: StorageEvent) => void) | undefined;

export const schemeManager: MantineColorSchemeManager = {
  get: stored,
  set: (value) => remember(key, value === "auto" ? null : value),
  clear: () => remember(key, null),
  subscribe(update) {
    onStorage = (event) => event.key === key && update(stored("auto"));
    addEventListener("storage", onStorage);
  },
  unsubscribe() {
    if (onStorage) removeEventListener("storage", onStorage);
  },
};
