import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Download, RotateCcw } from "lucide-react";
import { useState } from "react";
import { m } from "#messages";
import type { SettingDocument, SettingKind } from "../../../../server/settings/kinds.ts";
import { client, trpc } from "../../api.ts";
import { refusalOf } from "../../refusal.ts";
import { When } from "../../time/When.tsx";
import type { Change } from "./ChangeList.tsx";
import classes from "./document.module.css";
import { ImportButton } from "./ImportButton.tsx";
import { SaveDialog } from "./SaveDialog.tsx";
import type { Editing } from "./useEditing.ts";

type Props<K extends SettingKind> = {
  editing: Editing<K>;
  changesOf: (before: SettingDocument<K>, after: SettingDocument<K>) => Change[];
};

/** Who changed what, when and why; going back, and going out and in as a file. */
export function Versions<K extends SettingKind>({ editing, changesOf }: Props<K>) {
  const { kind, version: latest } = editing;
  const { data = [] } = useQuery(trpc.settings.versions.queryOptions({ kind }));
  return (
    <section className={classes.section} aria-labelledby="versions-title">
      <header className={classes.sectionHead}>
        <h2 id="versions-title">{m.setup_versions()}</h2>
        <ImportButton editing={editing} />
      </header>
      <p className={classes.hint}>{m.setup_versions_hint()}</p>
      <ol className={classes.versions} aria-labelledby="versions-title">
        {data.map(({ version, at, by, note }) => (
          <li key={version}>
            <span className={classes.number}>{version}</span>
            <span className={classes.told}>
              <span>{by === null && version === 1 ? m.setup_version_first() : note || "–"}</span>
              <small>
                {by ?? m.console_system()} · <When at={at} />
              </small>
            </span>
            {version === latest ? (
              <span className={classes.inForce}>{m.setup_version_current()}</span>
            ) : (
              <RestoreButton editing={editing} version={version} changesOf={changesOf} />
            )}
            <ExportButton kind={kind} version={version} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function RestoreButton<K extends SettingKind>({
  editing,
  version,
  changesOf,
}: Props<K> & { version: number }) {
  const { kind, inForce } = editing;
  const [document, setDocument] = useState<SettingDocument<K> | null>(null);
  const read = useMutation({
    mutationFn: () => client.settings.version.query({ kind, version }),
    onSuccess: (found) => setDocument(found as SettingDocument<K>),
    onError: tellRefusal,
  });
  const restore = async (note: string) => {
    const saved = await client.settings.restore.mutate({
      ...{ kind, version, base: editing.version },
      note: note || m.setup_restored_note({ version }),
    });
    await editing.reload();
    return saved.version;
  };
  return (
    <>
      <Button
        variant="default"
        size="compact-xs"
        leftSection={<RotateCcw size={12} aria-hidden="true" />}
        aria-label={m.setup_restore_name({ version })}
        loading={read.isPending}
        onClick={() => read.mutate()}
      >
        {m.setup_restore()}
      </Button>
      {document && (
        <SaveDialog
          version={editing.version + 1}
          changes={changesOf(inForce, document)}
          onClose={() => setDocument(null)}
          onSave={restore}
        />
      )}
    </>
  );
}

const tellRefusal = (error: unknown) =>
  void notifications.show({ message: refusalOf(error).message, color: "breached" });

function ExportButton({ kind, version }: { kind: SettingKind; version: number }) {
  const download = useMutation({
    mutationFn: () => client.settings.asFile.query({ kind, version }),
    onSuccess(text) {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
      link.download = `${kind}-${version}.yml`;
      link.click();
      URL.revokeObjectURL(link.href);
    },
    onError: tellRefusal,
  });
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-xs"
      leftSection={<Download size={12} aria-hidden="true" />}
      aria-label={m.setup_export_name({ version })}
      onClick={() => download.mutate()}
    >
      {m.setup_export()}
    </Button>
  );
}
