import { ActionIcon, Button, Switch } from "@mantine/core";
import { ArrowDown, ArrowUp, ChevronDown, ChevronUp, Plus } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { m } from "#messages";
import type { SettingProblem } from "../../../../server/settings/kinds.ts";
import type { Rule } from "../../../../server/triage/rule.ts";
import { useMe } from "../../session/session.ts";
import documentClasses from "../document/document.module.css";
import { isRefusal, problemsAt, problemText } from "../problems.ts";
import { type Editor, newRule } from "./editor.ts";
import { RuleForm } from "./RuleForm.tsx";
import classes from "./rules.module.css";
import { actionsText, conditionText } from "./sentences.ts";

type Props = {
  rules: Rule[];
  editor: Editor;
  problems: readonly SettingProblem[];
  onChange: (rules: Rule[]) => void;
};

/** The rules from the top: each a sentence, opened to be changed, moved by button or Alt and arrow. */
export function RuleList({ rules, editor, problems, onChange }: Props) {
  const [opened, setOpened] = useState<number | null>(null);
  const [told, setTold] = useState("");
  const list = useRef<HTMLOListElement>(null);
  const me = useMe();
  const move = (from: number, to: number) => {
    const rule = rules[from];
    if (!rule || to < 0 || to >= rules.length) return;
    onChange(rules.toSpliced(from, 1).toSpliced(to, 0, rule));
    if (opened === from) setOpened(to);
    setTold(m.rules_moved({ rule: rule.id, place: to + 1, count: rules.length }));
    // The row one moves keeps the focus, wherever it goes.
    requestAnimationFrame(() =>
      list.current?.querySelectorAll<HTMLElement>("[data-row]")[to]?.focus(),
    );
  };
  const add = () => {
    onChange([newRule(rules, me.name), ...rules]);
    setOpened(0);
  };
  return (
    <section className={documentClasses.section} aria-labelledby="rules-title">
      <header className={documentClasses.sectionHead}>
        <div>
          <h2 id="rules-title">{m.rules_rules()}</h2>
          <p className={documentClasses.hint}>{m.rules_intro()}</p>
        </div>
        <Button variant="default" leftSection={<Plus size={14} />} onClick={add}>
          {m.rules_add()}
        </Button>
      </header>
      <p className="visually-hidden" role="status">
        {told}
      </p>
      <ol ref={list} className={classes.rules}>
        {rules.map((rule, i) => (
          <RuleItem
            key={i}
            rule={rule}
            editor={editor}
            problems={problemsAt(problems, "rules", i)}
            isOpen={opened === i}
            isFirst={i === 0}
            isLast={i === rules.length - 1}
            onToggle={() => setOpened(opened === i ? null : i)}
            onMove={(step) => move(i, i + step)}
            onChange={(next) => onChange(rules.with(i, next))}
            onRemove={() => {
              setOpened(null);
              onChange(rules.toSpliced(i, 1));
            }}
          />
        ))}
      </ol>
    </section>
  );
}

type ItemProps = {
  rule: Rule;
  editor: Editor;
  problems: SettingProblem[];
  isOpen: boolean;
  isFirst: boolean;
  isLast: boolean;
  onToggle: () => void;
  onMove: (step: 1 | -1) => void;
  onChange: (rule: Rule) => void;
  onRemove: () => void;
};

function RuleItem(props: ItemProps) {
  const { rule, editor, problems, isOpen, onToggle, onChange, onMove } = props;
  const byKey = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    onMove(event.key === "ArrowUp" ? -1 : 1);
  };
  return (
    <li className={classes.rule} data-off={!rule.enabled} data-open={isOpen}>
      <div className={classes.ruleHead}>
        <Switch
          size="xs"
          checked={rule.enabled}
          onChange={(event) => onChange({ ...rule, enabled: event.currentTarget.checked })}
          aria-label={m.rules_on({ rule: rule.id })}
        />
        <button
          type="button"
          data-row
          className={classes.sentence}
          onClick={onToggle}
          onKeyDown={byKey}
          aria-expanded={isOpen}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        >
          <span>
            <span className={classes.condition}>{conditionText(rule.when, editor.words)}</span>{" "}
            <span className={classes.arrow} aria-hidden="true">
              →
            </span>
            <span className="visually-hidden">{m.rules_then_arrow()}</span>{" "}
            <b>{actionsText(rule, editor.words)}</b>
          </span>
          <small>{rule.id}</small>
        </button>
        <Mover {...props} />
      </div>
      {problems.map((problem) => (
        <p
          key={problem.code}
          className={classes.problem}
          // What is still being filled in is no fault yet.
          data-refusal={isRefusal(problem) && !(isOpen && problem.code === "rule_malformed")}
          role="status"
        >
          {problemText(problem)}
        </p>
      ))}
      {isOpen && (
        <RuleForm rule={rule} editor={editor} onChange={onChange} onRemove={props.onRemove} />
      )}
    </li>
  );
}

function Mover({ rule, isOpen, isFirst, isLast, onMove, onToggle }: ItemProps) {
  const { id } = rule;
  const button = { variant: "subtle", color: "gray", size: "sm" } as const;
  return (
    <span className={classes.mover}>
      <ActionIcon
        {...button}
        disabled={isFirst}
        onClick={() => onMove(-1)}
        aria-label={m.rules_up({ rule: id })}
      >
        <ArrowUp size={14} />
      </ActionIcon>
      <ActionIcon
        {...button}
        disabled={isLast}
        onClick={() => onMove(1)}
        aria-label={m.rules_down({ rule: id })}
      >
        <ArrowDown size={14} />
      </ActionIcon>
      <ActionIcon
        {...button}
        onClick={onToggle}
        aria-expanded={isOpen}
        aria-label={m.rules_edit({ rule: id })}
      >
        {isOpen ? <ChevronUp size={14} /> : <ChevronDown size={14} />}
      </ActionIcon>
    </span>
  );
}
