import { Alert, Button, FileButton } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { Upload } from "lucide-react";
import { m } from "#messages";
import type { SettingDocument, SettingKind } from "../../../../server/settings/kinds.ts";
import { client } from "../../api.ts";
import { refusalOf } from "../../refusal.ts";
import classes from "./document.module.css";
import { problemText } from "./problems.ts";
import type { Editing } from "./useEditing.ts";

/** A file goes into the editor, where it is looked at before it is saved. */
export function ImportButton<K extends SettingKind>({ editing }: { editing: Editing<K> }) {
  const { kind } = editing;
  const read = useMutation({
    mutationFn: async (file: File) =>
      client.settings.readFile.mutate({ kind, text: await file.text() }),
    onSuccess({ document }) {
      if (document === null) return;
      editing.change(document as SettingDocument<K>);
      notifications.show({ message: m.setup_imported() });
    },
  });
  const problems = read.data?.document === null ? read.data.problems : [];
  return (
    <div className={classes.import}>
      <FileButton accept=".yml,.yaml,.json" onChange={(file) => file && read.mutate(file)}>
        {(props) => (
          <Button
            {...props}
            variant="default"
            size="compact-xs"
            leftSection={<Upload size={12} aria-hidden="true" />}
          >
            {m.setup_import()}
          </Button>
        )}
      </FileButton>
      {(problems.length > 0 || read.error) && (
        <Alert color="breached" variant="light" role="alert">
          {read.error
            ? refusalOf(read.error).message
            : problems.map((problem) => problemText(problem)).join(" ")}
        </Alert>
      )}
    </div>
  );
}
