import { Alert, Button, UnstyledButton } from "@mantine/core";
import { TriangleAlert } from "lucide-react";
import { m } from "#messages";
import { kindWord } from "../words.ts";
import classes from "./findings.module.css";
import type { FoundText } from "./obstacles.ts";

type Props = {
  found: readonly FoundText[];
  isLocked: boolean;
  onReplace: (found: FoundText) => void;
  onKeep: (text: string) => void;
  onReveal: (found: FoundText) => void;
};

/** What patterns find in the text as it is now: published like this, everybody would read it. */
export function StillFound({ found, isLocked, onReplace, onKeep, onReveal }: Props) {
  return (
    <div role="status">
      {found.length > 0 && (
        <Alert
          color="risk"
          variant="light"
          icon={<TriangleAlert size={16} />}
          title={m.knowledge_found_title({ count: found.length })}
        >
          <ul className={classes.list}>
            {found.map((item) => (
              <li key={item.text}>
                <span className={classes.what}>
                  <UnstyledButton
                    className={classes.original ?? ""}
                    onClick={() => onReveal(item)}
                    title={m.knowledge_show_in_text()}
                  >
                    {item.text}
                  </UnstyledButton>
                  <small>{kindWord(item.kind)}</small>
                </span>
                {!isLocked && (
                  <span className={classes.choice}>
                    {item.kind !== "SUSPECT" && (
                      <Button variant="default" size="compact-xs" onClick={() => onReplace(item)}>
                        {m.knowledge_replace()}
                      </Button>
                    )}
                    <Button variant="default" size="compact-xs" onClick={() => onKeep(item.text)}>
                      {m.knowledge_not_personal()}
                    </Button>
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </div>
  );
}
