import { TextInput } from "@mantine/core";
import { useId } from "react";
import { m } from "#messages";
import classes from "./composer.module.css";
import { changeDraft, useDraft } from "./drafts.ts";

/** What is planned, in words the customer reads, and where it can be followed. */
export function PlanFields({ slot, isLinkNeeded }: { slot: string; isLinkNeeded: boolean }) {
  const { planText, planLink } = useDraft(slot);
  const [text, link] = [useId(), useId()];
  return (
    <div className={classes.fields}>
      <div className={classes.field}>
        <label htmlFor={text}>{m.console_plan_text()}</label>
        <TextInput
          id={text}
          size="xs"
          maxLength={2000}
          aria-required
          value={planText}
          onChange={(event) => changeDraft(slot, { planText: event.currentTarget.value })}
        />
      </div>
      <div className={classes.field}>
        <label htmlFor={link}>
          {isLinkNeeded ? m.console_plan_link() : m.console_plan_link_optional()}
        </label>
        <TextInput
          id={link}
          size="xs"
          type="url"
          placeholder="https://"
          maxLength={500}
          aria-required={isLinkNeeded}
          value={planLink}
          onChange={(event) => changeDraft(slot, { planLink: event.currentTarget.value })}
        />
      </div>
    </div>
  );
}
