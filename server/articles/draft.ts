import type { BlockContent, Heading, Paragraph, Root } from "mdast";
import type { Locale } from "#content/schema.ts";
import {
  type EnvironmentField,
  environmentFields,
  type SectionId,
  sectionIds,
  wording,
} from "./headings.ts";
import { writeMarkdown } from "./markdown.ts";
import { plainBlocks } from "./plaintext.ts";
import { type Finding, redact, replaceFindings, type Suspect } from "./redaction.ts";
import { type Place, placeIn } from "./restoring.ts";

/** A resolved ticket as the draft needs it. All texts are plain, as people typed them. */
export type ResolvedTicket = {
  locale: Locale;
  subject: string;
  /** The customer's first message: their words make the article findable. */
  firstMessage: string;
  /** Facts of the form, as titles for people and not as ids. */
  fields: Partial<Record<EnvironmentField, string>>;
  /** The cause's label in the ticket's locale, and the agent's note. */
  cause: { label: string; note: string } | null;
  /** The agent's last substantive public reply. */
  resolution: string | null;
  workaround?: string | null;
  /** Searches the customer sent along. */
  searches?: readonly string[];
  /** Everyone in the ticket: requester, agents, the company's contacts. */
  knownNames: readonly string[];
  allowedPhones: readonly string[];
};

/** Which text of the ticket a finding lies in; its offsets count from the start of that text. */
export type Source =
  | "subject"
  | "firstMessage"
  | `fields.${EnvironmentField}`
  | "cause.label"
  | "cause.note"
  | "resolution"
  | "workaround"
  | `searches.${number}`;

export type DraftFinding = Finding & Place & { source: Source };
export type DraftSuspect = Suspect & { source: Source };

export type Draft = {
  title: string;
  /** Markdown. Every section but the workaround is there, if only as a heading to be filled. */
  body: string;
  /** Proposals, at most 200 characters each, that the reviewer takes or leaves. */
  aliases: string[];
  findings: DraftFinding[];
  suspects: DraftSuspect[];
  /** What the ticket did not tell. */
  missing: ("title" | Exclude<SectionId, "workaround">)[];
};

/** @param keep the decisions made so far: findings that shall stay as they were written. */
export function buildDraft(
  ticket: ResolvedTicket,
  keep: (finding: DraftFinding) => boolean = () => false,
): Draft {
  const found: Pick<Draft, "findings" | "suspects"> = { findings: [], suspects: [] };
  const clean = (source: Source, text: string | null | undefined): string => {
    const { findings, suspects } = redact(text ?? "", ticket);
    const mine = findings.map((finding) => ({
      ...finding,
      ...placeIn(text ?? "", finding, findings),
      source,
    }));
    found.findings.push(...mine);
    found.suspects.push(...suspects.map((suspect) => ({ ...suspect, source })));
    return replaceFindings(
      text ?? "",
      mine.filter((finding) => !keep(finding)),
    );
  };
  const subject = bareSubject(clean("subject", ticket.subject));
  const sections = sectionsOf(ticket, subject, clean);
  const title = titleOf(subject);
  const aliases = (ticket.searches ?? []).map((text, i) => clean(`searches.${i}`, text));
  return {
    title,
    body: writeMarkdown(tree(ticket.locale, sections)),
    aliases: aliasesOf([subject, ...aliases], title),
    ...found,
    missing: [
      ...(title.length < 2 ? ["title" as const] : []),
      ...sectionIds.filter((id) => id !== "workaround").filter((id) => sections[id].length === 0),
    ],
  };
}

type Sections = Record<SectionId, BlockContent[]>;
type Clean = (source: Source, text: string | null | undefined) => string;

function sectionsOf(ticket: ResolvedTicket, subject: string, clean: Clean): Sections {
  const message = clean("firstMessage", ticket.firstMessage);
  const repeats = message.toLowerCase().includes(subject.toLowerCase());
  return {
    issue: [
      ...(repeats ? [] : plainBlocks(subject, "customer")),
      ...plainBlocks(message, "customer"),
    ],
    environment: environment(ticket, clean),
    cause: [
      ...plainBlocks(clean("cause.label", ticket.cause?.label), "agent"),
      ...plainBlocks(clean("cause.note", ticket.cause?.note), "agent"),
    ],
    resolution: plainBlocks(clean("resolution", ticket.resolution), "agent"),
    workaround: plainBlocks(clean("workaround", ticket.workaround), "agent"),
  };
}

function environment({ locale, fields }: ResolvedTicket, clean: Clean): BlockContent[] {
  const { fields: labels, colon } = wording[locale];
  const items = environmentFields.flatMap((field): Paragraph[] => {
    const value = clean(`fields.${field}`, fields[field]).replace(/\s+/g, " ").trim();
    const [first] = plainBlocks(`${labels[field]}${colon}${value}`, "customer");
    return value && first?.type === "paragraph" ? [first] : [];
  });
  if (items.length === 0) return [];
  const children = items.map((item) => ({
    type: "listItem" as const,
    spread: false,
    children: [item],
  }));
  return [{ type: "list", ordered: false, spread: false, children }];
}

function tree(locale: Locale, sections: Sections): Root {
  const children = sectionIds
    .filter((id) => id !== "workaround" || sections[id].length > 0)
    .flatMap((id): [Heading, ...BlockContent[]] => [
      {
        type: "heading",
        depth: 2,
        children: [{ type: "text", value: wording[locale].sections[id] }],
      },
      ...sections[id],
    ]);
  return { type: "root", children };
}

/** Without mail prefixes and full stop. */
function bareSubject(subject: string): string {
  return subject
    .replace(/\s+/g, " ")
    .replace(/^(?:\s*(?:re|fwd?|aw|回复|答复|转发)\s*[:：]\s*)+/i, "")
    .trim()
    .replace(/[.。!！,，;；\s]+$/, "");
}

/** The problem in the customer's words, at most 120 characters. */
const titleOf = (subject: string): string =>
  subject.length <= 120 ? subject : `${subject.slice(0, 119).trimEnd()}…`;

function aliasesOf(texts: readonly string[], title: string): string[] {
  const tidy = texts.map((text) => text.replace(/\s+/g, " ").trim().slice(0, 200));
  return [...new Set(tidy)].filter((text) => text !== "" && text !== title);
}
