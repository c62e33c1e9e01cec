import { Alert, Button, FileButton } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Download, RotateCcw, Upload } from "lucide-react";
import { m } from "#messages";
import type {
  SettingDocument,
  SettingKind,
  SettingProblem,
} from "../../../../server/settings/kinds.ts";
import { client, trpc } from "../../api.ts";
import { refusalOf } from "../../refusal.ts";
import { When } from "../../time/When.tsx";
import { problemText } from "../problems.ts";
import documentClasses from "./document.module.css";
import type { Editing } from "./useEditing.ts";
import classes from "./versions.module.css";

type Props<K extends SettingKind> = {
  editing: Editing<K>;
  /** Shows what going back changes, and asks. */
  onRestore: (version: number) => void;
};

/** Who changed a kind of settings, when and why; restoring, and going out and in as a file. */
export function Versions<K extends SettingKind>({ editing, onRestore }: Props<K>) {
  const { kind, version: current } = editing;
  const { data = [] } = useQuery(trpc.settings.versions.queryOptions({ kind }));
  return (
    <section className={documentClasses.section} aria-labelledby="versions-title">
      <header className={documentClasses.sectionHead}>
        <div>
          <h2 id="versions-title">{m.settings_versions()}</h2>
          <p className={documentClasses.hint}>{m.settings_versions_hint()}</p>
        </div>
        <ImportButton editing={editing} />
      </header>
      <table className={classes.versions}>
        <thead>
          <tr>
            <th scope="col">{m.settings_version()}</th>
            <th scope="col">{m.settings_version_when()}</th>
            <th scope="col">{m.settings_version_who()}</th>
            <th scope="col">{m.settings_version_why()}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {data.map(({ version, at, by, note }) => (
            <tr key={version}>
              <th scope="row">{version}</th>
              <td>
                <When at={at} />
              </td>
              <td>{by ?? m.console_system()}</td>
              <td>{by ? note : m.settings_version_initial()}</td>
              <td className={classes.actions}>
                <ExportButton kind={kind} version={version} />
                {version === current ? (
                  <span className={classes.inForce}>{m.settings_version_current()}</span>
                ) : (
                  <RestoreButton version={version} onRestore={onRestore} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type RestoreProps = { version: number; onRestore: (version: number) => void };

const RestoreButton = ({ version, onRestore }: RestoreProps) => (
  <Button
    variant="default"
    size="compact-xs"
    leftSection={<RotateCcw size={12} />}
    aria-label={m.settings_version_restore_name({ version })}
    onClick={() => onRestore(version)}
  >
    {m.settings_version_restore()}
  </Button>
);

function ExportButton({ kind, version }: { kind: SettingKind; version: number }) {
  const download = async () => {
    const text = await client.settings.asFile.query({ kind, version });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
    link.download = `${kind}-${version}.yml`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-xs"
      leftSection={<Download size={12} />}
      aria-label={m.settings_version_export_name({ version })}
      onClick={() => void download()}
    >
      {m.settings_version_export()}
    </Button>
  );
}

/** Here no rule stands beside what is wrong with it. */
const said = (problem: SettingProblem): string =>
  [problem.values.rule, problemText(problem)].filter(Boolean).join(": ");

/** A file goes into the editor, where it can be looked at and tried before it is saved. */
function ImportButton<K extends SettingKind>({ editing }: { editing: Editing<K> }) {
  const read = useMutation({
    mutationFn: async (file: File) =>
      client.settings.readFile.mutate({ kind: editing.kind, text: await file.text() }),
    onSuccess({ document }) {
      if (!document) return;
      editing.replace(document as SettingDocument<K>);
      notifications.show({ message: m.settings_imported() });
    },
  });
  const problems = read.data?.document === null ? read.data.problems : [];
  return (
    <div className={classes.import}>
      <FileButton accept=".yml,.yaml,.json" onChange={(file) => file && read.mutate(file)}>
        {(props) => (
          <Button {...props} variant="default" leftSection={<Upload size={14} />}>
            {m.settings_version_import()}
          </Button>
        )}
      </FileButton>
      {(problems.length > 0 || read.error) && (
        <Alert color="breached" variant="light" role="alert">
          {read.error ? refusalOf(read.error).message : problems.map(said).join(" ")}
        </Alert>
      )}
    </div>
  );
}
