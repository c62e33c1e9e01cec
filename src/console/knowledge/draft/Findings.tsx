import { Badge, Button, UnstyledButton } from "@mantine/core";
import { ChevronDown, ShieldCheck, ShieldQuestion } from "lucide-react";
import { useState } from "react";
import { m } from "#messages";
import type { Finding } from "../records.ts";
import { kindWord, sourceWord } from "../words.ts";
import classes from "./findings.module.css";

export type Decided = { id: number; decision: Finding["decision"] }[];

type Props = {
  findings: readonly Finding[];
  isLocked: boolean;
  onDecide: (decisions: Decided) => void;
  /** Shows a text in the editor. */
  onReveal: (text: string) => void;
};

const isPending = ({ decision }: Finding) => decision === "pending";
const isReplaced = ({ kind }: Finding) => kind !== "SUSPECT";

/** What promotion took for personal data, and a person's word on each. */
export function Findings({ findings, isLocked, onDecide, onReveal }: Props) {
  const pending = findings.filter(isPending);
  const [isOpen, setOpen] = useState(pending.length > 0);
  if (findings.length === 0) return null;
  const easy = pending.filter(isReplaced);
  const confirmAll = () => onDecide(easy.map(({ id }) => ({ id, decision: "replaced" })));
  const Icon = pending.length > 0 ? ShieldQuestion : ShieldCheck;
  return (
    <section className={classes.panel} aria-labelledby="findings-title">
      <header className={classes.head}>
        <h2 id="findings-title">
          <UnstyledButton
            className={classes.toggle ?? ""}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon size={15} aria-hidden="true" data-pending={pending.length > 0} />
            {summary(findings)}
            <ChevronDown size={14} aria-hidden="true" className={classes.chevron} />
          </UnstyledButton>
        </h2>
        {easy.length > 0 && !isLocked && (
          <Button variant="default" size="compact-xs" onClick={confirmAll}>
            {m.knowledge_confirm_all({ count: easy.length })}
          </Button>
        )}
      </header>
      {isOpen && (
        <>
          <ul className={classes.list}>
            {findings.map((finding) => (
              <Row
                key={finding.id}
                finding={finding}
                isLocked={isLocked}
                onDecide={(decision) => onDecide([{ id: finding.id, decision }])}
                onReveal={onReveal}
              />
            ))}
          </ul>
          <p className={classes.duty}>{m.knowledge_findings_duty()}</p>
        </>
      )}
    </section>
  );
}

function summary(findings: readonly Finding[]): string {
  const count = (decision: Finding["decision"]) =>
    findings.filter((finding) => finding.decision === decision).length;
  const pending = count("pending");
  if (pending > 0) return m.knowledge_findings_pending({ count: pending, all: findings.length });
  return m.knowledge_findings_done({ replaced: count("replaced"), kept: count("kept") });
}

type RowProps = {
  finding: Finding;
  isLocked: boolean;
  onDecide: (decision: Finding["decision"]) => void;
  onReveal: (text: string) => void;
};

function Row({ finding, isLocked, onDecide, onReveal }: RowProps) {
  const { kind, source, original, decision } = finding;
  const choices = [
    ["replaced", isReplaced(finding) ? m.knowledge_keep_replaced() : m.knowledge_taken_out()],
    ["kept", m.knowledge_not_personal()],
  ] as const;
  return (
    <li data-decision={decision}>
      <span className={classes.what}>
        <Badge color={isReplaced(finding) ? "gray" : "risk"}>{kindWord(kind)}</Badge>
        <UnstyledButton
          className={classes.original ?? ""}
          onClick={() => onReveal(isReplaced(finding) ? `[${kind}]` : original)}
          title={m.knowledge_show_in_text()}
        >
          {original || m.knowledge_original_gone()}
        </UnstyledButton>
        <small>{sourceWord(source)}</small>
      </span>
      <fieldset className={classes.choice} disabled={isLocked}>
        <legend className="visually-hidden">
          {m.knowledge_decision_on({ kind: kindWord(kind), text: original })}
        </legend>
        {choices.map(([value, label]) => (
          <Button
            key={value}
            variant={decision === value ? "light" : "default"}
            size="compact-xs"
            aria-pressed={decision === value}
            onClick={() => onDecide(decision === value ? "pending" : value)}
          >
            {label}
          </Button>
        ))}
      </fieldset>
    </li>
  );
}
