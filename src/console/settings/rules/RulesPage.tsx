import { m } from "#messages";
import type { TriageDocument } from "../../../../server/triage/documents.ts";
import { SettingsPage } from "../document/SettingsPage.tsx";
import type { Editing } from "../document/useEditing.ts";
import { useVocabulary, type Vocabulary } from "./choices.ts";
import { withVersions } from "./editor.ts";
import { Lexicons } from "./Lexicons.tsx";
import { useTeams } from "./names.ts";
import { Products } from "./Products.tsx";
import { RuleList } from "./RuleList.tsx";
import { ruleChanges } from "./rulechanges.ts";

/** How tickets find their team and priority: written here, tried beside, saved as a version. */
export function RulesPage() {
  const words = useVocabulary(useTeams());
  return (
    <SettingsPage
      kind="triage"
      title={m.rules_title()}
      intro={m.rules_page_intro()}
      changesOf={(before, after) => ruleChanges(before, after, words)}
      trial={{ drafts: (triage) => ({ triage }), words }}
      finished={(document, inForce) => ({
        ...document,
        rules: withVersions(document.rules, inForce.rules),
      })}
    >
      {(editing) => <RuleEditor editing={editing} words={words} />}
    </SettingsPage>
  );
}

function RuleEditor({ editing, words }: { editing: Editing<"triage">; words: Vocabulary }) {
  const { document, problems } = editing;
  const change = (part: Partial<TriageDocument>) => editing.change({ ...document, ...part });
  const editor = { words, lexicons: document.lexicons.map(({ id }) => id), calendars };
  return (
    <>
      <Products
        modules={document.modules}
        words={words}
        problems={problems}
        onChange={(modules) => change({ modules })}
      />
      <RuleList
        rules={document.rules}
        editor={editor}
        problems={problems}
        onChange={(rules) => change({ rules })}
      />
      <Lexicons
        lexicons={document.lexicons}
        emotion={document.emotion}
        problems={problems}
        onChange={change}
      />
    </>
  );
}

/** Calendars that the desk comes with. */
const calendars = ["working", "c247"].map((id) => ({ value: id, label: id }));
