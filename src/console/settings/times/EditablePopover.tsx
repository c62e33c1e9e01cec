import { Button, Popover, UnstyledButton } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { m } from "#messages";
import classes from "./times.module.css";

type Props = {
  /** Says what is edited, to those who can't see where it stands. */
  label: string;
  shown: ReactNode;
  isFaulty?: boolean;
  isChanged?: boolean;
  children: ReactNode;
};

/** A value in its place; a click opens what edits it. */
export function EditablePopover({ label, shown, isFaulty, isChanged, children }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus withinPortal position="bottom-start">
      <Popover.Target>
        <UnstyledButton
          className={classes.value ?? ""}
          data-faulty={isFaulty}
          data-changed={isChanged}
          aria-label={label}
          onClick={() => setOpened(!opened)}
        >
          {shown}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.editor ?? ""} aria-label={label}>
        <p className={classes.editorTitle}>{label}</p>
        {children}
        <Button onClick={() => setOpened(false)}>{m.times_done()}</Button>
      </Popover.Dropdown>
    </Popover>
  );
}
