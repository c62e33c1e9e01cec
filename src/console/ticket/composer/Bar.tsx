import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { Paperclip } from "lucide-react";
import type { ReactNode } from "react";
import { m } from "#messages";
import { Keys } from "../../look/Keys.tsx";
import classes from "./composer.module.css";
import type { Uploads } from "./useUploads.ts";

type Props = {
  /** Null where nothing can be attached. */
  uploads: Uploads | null;
  /** What the button says. */
  action: string;
  canSend: boolean;
  isBusy?: boolean;
  onSend: () => void;
  children: ReactNode;
};

/** Under the text: files, what belongs to this kind of message, and the button that sends it. */
export function Bar({ uploads, action, canSend, isBusy = false, onSend, children }: Props) {
  return (
    <div className={classes.bar}>
      {uploads && (
        <Tooltip label={m.console_attach()}>
          <ActionIcon
            variant="subtle"
            color="gray"
            onClick={() => uploads.openRef.current?.()}
            aria-label={m.console_attach()}
          >
            <Paperclip size={16} />
          </ActionIcon>
        </Tooltip>
      )}
      {children}
      <Button
        disabled={!canSend}
        loading={isBusy}
        onClick={onSend}
        rightSection={<Keys of="mod+enter" />}
      >
        {action}
      </Button>
    </div>
  );
}
