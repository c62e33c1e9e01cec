import { Button } from "@mantine/core";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import classes from "./notice.module.css";

type Props = {
  icon?: LucideIcon;
  title: string;
  children?: ReactNode;
  action?: { label: string; run: () => void };
};

/** What stands where there is nothing to show: why, and what to do. */
export function Notice({ icon: Icon, title, children, action }: Props) {
  return (
    <div className={classes.notice}>
      {Icon && <Icon size={22} strokeWidth={1.5} aria-hidden="true" />}
      <p className={classes.title}>{title}</p>
      {children && <div className={classes.text}>{children}</div>}
      {action && (
        <Button variant="default" onClick={action.run}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
