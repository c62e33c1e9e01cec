import { Kbd } from "@mantine/core";
import classes from "./keys.module.css";

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
const names: Record<string, string> = { mod: isMac ? "⌘" : "Ctrl", enter: "↵", space: "␣" };

/** A key or combination, as it is printed on the keyboard in front of the reader. */
export function Keys({ of: combination }: { of: string }) {
  return (
    <span className={classes.keys} aria-hidden="true">
      {combination.split("+").map((key) => (
        <Kbd key={key} className={classes.key ?? ""}>
          {names[key] ?? (key.length === 1 ? key.toUpperCase() : key)}
        </Kbd>
      ))}
    </span>
  );
}
