import { Paperclip } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { m } from "#messages";
import type { FormField } from "../../../content/forms.ts";
import { describedBy, Field, inputId } from "./Field.tsx";
import { FileList } from "./FileList.tsx";
import { type FieldProps, Waive } from "./fields.tsx";
import type { FileItem } from "./fileitem.ts";
import { acceptedFiles } from "./filetypes.ts";
import { useTo } from "./language.ts";
import type { FilesModel } from "./useFiles.ts";

type Props = FieldProps & {
  files: FilesModel;
  /** Those of this field. */
  items: readonly FileItem[];
  maxBytes: number;
  ready: boolean;
};

/** Files: chosen, dropped on the form or pasted. The browser's own control is under the surface. */
export function FilesField({ field, answer, fault, set, files, items, maxBytes, ready }: Props) {
  const to = useTo();
  const input = useRef<HTMLInputElement>(null);
  const [full, setFull] = useState(false);
  useNativeFiles(input, items);
  const add = (chosen: FileList | null) => {
    if (chosen) setFull(!files.add(field.id, [...chosen]));
    if (chosen?.length && field.waive && typeof answer === "object") set(undefined);
  };
  return (
    <Field {...{ field, fault }}>
      <p className="ask-hint" id={`${inputId(field)}-limits`}>
        {m.ask_files_hint({ megabytes: Math.floor(maxBytes / 2 ** 20) }, to)}
      </p>
      <FileList items={items} remove={(id) => files.remove(id)} />
      <div className={ready ? "ask-pick ready" : "ask-pick"}>
        <input
          ref={input}
          type="file"
          multiple
          id={inputId(field)}
          name={field.id}
          accept={acceptedFiles}
          aria-invalid={fault !== "" || undefined}
          aria-describedby={describedBy(field, fault, `${inputId(field)}-limits`)}
          onChange={(event) => add(event.target.files)}
        />
        {ready && (
          <span className="button quiet" aria-hidden="true">
            <Paperclip className="icon" size={18} />
            {m.ask_files_choose({}, to)}
          </span>
        )}
        {ready && <span className="ask-pick-more">{m.ask_files_paste({}, to)}</span>}
      </div>
      {full && <p className="ask-error">{m.ask_files_full({ max: 10 }, to)}</p>}
      <WaiveUnlessFiles {...{ field, answer, fault, set }} some={items.length > 0} />
    </Field>
  );
}

function WaiveUnlessFiles(props: Omit<FieldProps, "leave"> & { field: FormField; some: boolean }) {
  return props.some ? null : <Waive {...props} />;
}

/** The control holds the same files, for the case that the browser posts the form itself. */
function useNativeFiles(input: { current: HTMLInputElement | null }, items: readonly FileItem[]) {
  useEffect(() => {
    if (!input.current) return;
    const transfer = new DataTransfer();
    for (const { state, blob, name, type } of items) {
      if (state !== "refused") transfer.items.add(new File([blob], name, { type }));
    }
    input.current.files = transfer.files;
  }, [input, items]);
}
