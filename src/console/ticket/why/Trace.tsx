import { m } from "#messages";
import type { Ticket } from "../../api.ts";
import { useVocabulary, type Vocabulary } from "../../settings/rules/choices.ts";
import { fieldName, lexiconName, moodName, tagName, useTeams } from "../../settings/rules/names.ts";
import { actionsText } from "../../settings/rules/sentences.ts";
import { dayAndTime } from "../../time/dates.ts";
import type { Because } from "./because.ts";
import classes from "./why.module.css";

type Props = { ticket: Ticket; why: Because };

/** Each rule that fired, in order: by which word or field, and what it did. */
export function Trace({ ticket, why }: Props) {
  const words = useVocabulary(useTeams());
  const { outcome, trace, version, at } = why;
  const byHand = ticket.priority !== outcome.priority || ticket.team !== outcome.team;
  return (
    <>
      <p className={classes.tag}>{tagName(ticket.tag, words.nameOfModule)}</p>
      {byHand && (
        <p className={classes.hint}>
          {m.rules_why_byhand({
            priority: outcome.priority,
            team: words.nameOfTeam(outcome.team),
          })}
        </p>
      )}
      {trace.length === 0 && <p>{m.rules_why_no_rule()}</p>}
      <ol className={classes.rules}>
        {trace.map(({ rule, evidence }) => (
          <li key={rule}>
            <FiredRule id={rule} evidence={evidence} why={why} words={words} />
          </li>
        ))}
      </ol>
      {!ticket.assignee && <Nobody why={why} />}
      <p className={classes.hint}>
        {m.rules_why_version({ version, time: dayAndTime(at.getTime()) })}
      </p>
    </>
  );
}

type FiredProps = {
  id: string;
  evidence: Because["trace"][number]["evidence"];
  why: Because;
  words: Vocabulary;
};

function FiredRule({ id, evidence, why, words }: FiredProps) {
  const rule = why.rules.find((one) => one.id === id);
  const { by } = why.outcome;
  const decided = Object.entries(decisions).filter(([field]) => by[field as Decision] === id);
  return (
    <>
      <p className={classes.evidence}>
        {evidence.map((one) => (
          <Seen key={JSON.stringify(one)} one={one} why={why} />
        ))}
      </p>
      <p>
        {rule && <b>{actionsText(rule, words)}</b>} <small>{id}</small>
      </p>
      {decided.length > 0 && (
        <p className={classes.hint}>
          {m.rules_why_decided({
            what: decided.map(([, name]) => name()).join(m.rules_comma()),
          })}
        </p>
      )}
    </>
  );
}

type Decision = keyof Because["outcome"]["by"];
const decisions: Record<Decision, () => string> = {
  priority: m.rules_try_priority,
  team: m.rules_try_team,
  category: m.rules_try_category,
  flow: m.rules_try_flow,
};

/** What held: the words found, the field looked at, or the mood. */
function Seen({ one, why }: { one: FiredProps["evidence"][number]; why: Because }) {
  if (one.because === "text") {
    return (
      <span>
        {lexiconName(one.lexicon)}:{" "}
        {one.terms.map((term) => (
          <mark key={term}>{term}</mark>
        ))}
      </span>
    );
  }
  if (one.because === "field") return <span>{fieldName(one.field)}</span>;
  const { score } = why.outcome.emotion;
  return <span>{m.rules_why_mood({ level: moodName(one.level), score })}</span>;
}

const reasons: Record<string, () => string> = {
  everybody_full: m.rules_why_full,
  nobody_at_work: m.rules_why_away,
  nobody_skilled: m.rules_why_skill,
  nobody_in_team: m.rules_why_empty,
};

/** Why the ticket has a team and no owner. */
function Nobody({ why }: { why: Because }) {
  const { agentId, because } = why.outcome.given;
  if (agentId || typeof because !== "string" || !reasons[because]) return null;
  return (
    <p className={classes.nobody}>
      {m.rules_why_nobody()}: {reasons[because]()}
    </p>
  );
}
