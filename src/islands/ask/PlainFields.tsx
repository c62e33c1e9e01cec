import { m } from "#messages";
import type { Form } from "../../../content/forms.ts";
import { useTo } from "./language.ts";
import { whenStyles } from "./when.ts";

/** What the form needs to be posted without script, and the field that only machines fill. */
export function PlainFields({ form, messageKey }: { form: Form; messageKey: string }) {
  const to = useTo();
  return (
    <>
      <style>{whenStyles(form)}</style>
      <input type="hidden" name="locale" value={to.locale} />
      <input type="hidden" name="key" value={messageKey} />
      <div className="ask-website" aria-hidden="true">
        <label>
          {m.ask_website({}, to)}
          <input name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
    </>
  );
}

/** What stands in that field; people leave it empty. */
export function websiteOf(form: HTMLFormElement | null): string {
  const field = form?.elements.namedItem("website") as HTMLInputElement | null;
  return field?.value ?? "";
}
