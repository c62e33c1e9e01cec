import { Badge } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { htmlLang, type Locale } from "../../../../content/schema.ts";
import { Person } from "../../look/Person.tsx";
import { nameOf, useSettings } from "../../settings.ts";
import { When } from "../../time/When.tsx";
import type { DraftRow } from "../records.ts";
import { languageWord, stateOf } from "../words.ts";
import classes from "./list.module.css";

/** What isn't published yet: what waits for a reviewer first. */
export function DraftList({ drafts }: { drafts: readonly DraftRow[] }) {
  if (drafts.length === 0) return null;
  const waiting = drafts.filter(({ state }) => state === "in_review");
  const others = drafts.filter(({ state }) => state !== "in_review");
  return (
    <section className={classes.section} aria-labelledby="drafts-title">
      <h2 id="drafts-title">
        {m.knowledge_drafts()} <small>{m.knowledge_drafts_count({ count: drafts.length })}</small>
      </h2>
      <ul className={classes.drafts}>
        {[...waiting, ...others].map((draft) => (
          <Row key={draft.id} draft={draft} />
        ))}
      </ul>
    </section>
  );
}

function Row({ draft }: { draft: DraftRow }) {
  const { categories } = useSettings();
  const { icon: Icon, label } = stateOf(draft.state);
  const locale = draft.locale as Locale;
  return (
    <li>
      <Link
        to="/knowledge/drafts/$id"
        params={{ id: draft.id }}
        className={classes.draft ?? ""}
        data-queue-row={draft.id}
      >
        <Badge
          color={draft.state === "in_review" ? "open" : "gray"}
          leftSection={<Icon size={11} aria-hidden="true" />}
        >
          {label()}
        </Badge>
        <span className={classes.title} lang={htmlLang[locale]}>
          {draft.title}
        </span>
        <span className={classes.facts}>
          <span>{nameOf(categories, draft.category)}</span>
          <span>{languageWord(locale)}</span>
          {draft.ticket && <span>{m.knowledge_from_ticket({ number: draft.ticket.number })}</span>}
          {draft.state === "draft" && draft.reviewer && (
            <span>{m.knowledge_sent_back_by({ name: draft.reviewer.name })}</span>
          )}
          <span className={classes.person}>
            <Person name={draft.author.name} size={18} />
            {draft.author.name}
          </span>
          <When at={draft.updatedAt} />
        </span>
      </Link>
    </li>
  );
}
