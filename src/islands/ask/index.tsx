import "./form.css";
import "./files.css";
import "./suggest.css";
import "./around.css";
import { useEffect, useState } from "react";
import type { Form } from "../../../content/forms.ts";
import type { Locale } from "../../../content/schema.ts";
import type { SearchResult } from "../../search/search.ts";
import { record } from "../events.ts";
import { episodeId } from "../visit.ts";
import { AskForm } from "./AskForm.tsx";
import type { Choice } from "./definition.ts";
import { Language } from "./language.ts";
import { Receipt, Solved, Waiting } from "./Outcome.tsx";
import { loadOutbox } from "./sendingparts.ts";
import { Unsent } from "./Unsent.tsx";
import { useDraft } from "./useDraft.ts";
import { useFiles } from "./useFiles.ts";
import { useSending } from "./useSending.ts";

export type AskProps = {
  locale: Locale;
  form: Form;
  categories: readonly (Choice & { href: string })[];
  modules: readonly Choice[];
  /** Largest attachment in bytes. */
  maxBytes: number;
};

/** The contact form. Its HTML works by itself; with script it suggests, keeps, and holds on. */
export default function Ask(props: AskProps) {
  const { locale, form, maxBytes } = props;
  const draft = useDraft(form);
  const files = useFiles({ draft: draft.key, locale, maxBytes });
  const sending = useSending({ form, locale, draft, files });
  const [solved, setSolved] = useState<SearchResult | null>(null);
  const { phase } = sending;
  useOpening();

  const solve = (article: SearchResult) => {
    record({ type: "form_solved", article: article.article, episode: episodeId() });
    setSolved(article);
  };
  const isForm = !solved && (phase.kind === "writing" || phase.kind === "sending");
  return (
    <Language value={locale}>
      <Unsent
        except={phase.kind === "waiting" ? phase.letter.key : draft.key}
        takeBack={sending.takeBack}
      />
      {solved && <Solved article={solved} back={() => setSolved(null)} />}
      {isForm && <AskForm {...props} {...{ draft, files, sending }} solved={solve} />}
      {phase.kind === "sent" && (
        <Receipt receipt={phase.receipt} email={phase.email} again={sending.again} />
      )}
      {phase.kind === "waiting" && (
        <Waiting
          letter={phase.letter}
          kept={phase.kept}
          retry={() => loadOutbox().then(({ deliver }) => deliver())}
          takeBack={() => sending.takeBack(phase.letter)}
          again={sending.again}
        />
      )}
    </Language>
  );
}

/** The form was opened: from here on a visit may end in a message. */
function useOpening(): void {
  useEffect(() => {
    const article = new URLSearchParams(location.search).get("article") ?? undefined;
    record({ type: "form_open", episode: episodeId(), article });
    const timer = setTimeout(loadOutbox, 1500);
    return () => clearTimeout(timer);
  }, []);
}
