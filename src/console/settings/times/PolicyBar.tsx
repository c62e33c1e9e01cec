import {
  Button,
  NativeSelect,
  SegmentedControl,
  Switch,
  TagsInput,
  TextInput,
} from "@mantine/core";
import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { m } from "#messages";
import type { SlaBook } from "../../../../server/sla/book.ts";
import type { Policy } from "../../../../server/sla/policy.ts";
import documentClasses from "../document/document.module.css";
import { edited, moved } from "../document/edited.ts";
import { useFault } from "../document/problems.ts";
import { givenName } from "./names.ts";
import { scopeText } from "./policychanges.ts";
import classes from "./times.module.css";

type Props = {
  book: SlaBook;
  /** Place of the policy that is shown. */
  index: number;
  onShow: (index: number) => void;
  onChange: (book: SlaBook) => void;
};

/** The policies in the order in which they are asked, and which tickets the one shown is for. */
export function PolicyBar({ book, index, onShow, onChange }: Props) {
  const policy = book.policies[index]!;
  const isLast = index === book.policies.length - 1;
  const put = (change: (policy: Policy) => void) =>
    onChange(edited(book, ({ policies }) => change(policies[index]!)));
  return (
    <section className={documentClasses.section} aria-labelledby="policies-title">
      <header className={documentClasses.sectionHead}>
        <h2 id="policies-title">{m.times_policies()}</h2>
        <Button
          variant="default"
          size="compact-xs"
          leftSection={<Plus size={12} aria-hidden="true" />}
          onClick={() => {
            onChange(withCopy(book, index));
            onShow(Math.min(index, book.policies.length - 1));
          }}
        >
          {m.times_policy_add()}
        </Button>
      </header>
      <p className={documentClasses.hint}>{m.times_policies_hint()}</p>
      {book.policies.length > 1 && (
        <div className={classes.policies}>
          <NativeSelect
            size="xs"
            label={m.times_policy()}
            value={String(index)}
            data={book.policies.map((each, place) => ({
              value: String(place),
              label: `${place + 1}. ${givenName(each.id)} (${scopeText(each)})`,
            }))}
            onChange={(event) => onShow(Number(event.currentTarget.value))}
          />
          {!isLast && <Order {...{ book, index, onShow, onChange }} />}
        </div>
      )}
      {!isLast && <Scope policy={policy} index={index} onChange={put} />}
      <div className={classes.basis}>
        <span id="basis-label">{m.times_basis()}</span>
        <SegmentedControl
          size="xs"
          aria-labelledby="basis-label"
          value={policy.quadrantBasis}
          data={[
            { value: "working", label: m.times_basis_working() },
            { value: "wall", label: m.times_basis_wall() },
          ]}
          onChange={(value) =>
            put((copy) => {
              copy.quadrantBasis = value as Policy["quadrantBasis"];
            })
          }
        />
        <Switch
          size="xs"
          label={m.times_receipts()}
          checked={policy.readReceipts}
          onChange={(event) => {
            const readReceipts = event.currentTarget.checked;
            put((copy) => Object.assign(copy, { readReceipts }));
          }}
        />
      </div>
    </section>
  );
}

/** A copy stands before what it was made from, for the tickets that will be named. */
function withCopy(book: SlaBook, index: number): SlaBook {
  const taken = new Set(book.policies.map(({ id }) => id));
  let number = book.policies.length + 1;
  while (taken.has(`policy-${number}`)) number++;
  return edited(book, ({ policies }) => {
    const copy = structuredClone(policies[index]!);
    policies.splice(index, 0, { ...copy, id: `policy-${number}`, appliesTo: { tiers: ["vip"] } });
  });
}

function Order({ book, index, onShow, onChange }: Props) {
  const move = (by: number) => {
    onChange({ ...book, policies: moved(book.policies, index, by) });
    onShow(index + by);
  };
  const name = givenName(book.policies[index]!.id);
  const buttons = { variant: "default", size: "compact-xs" } as const;
  return (
    <div className={documentClasses.buttons}>
      <Button
        {...buttons}
        disabled={index === 0}
        aria-label={m.setup_move_up({ name })}
        onClick={() => move(-1)}
      >
        <ArrowUp size={12} />
      </Button>
      <Button
        {...buttons}
        disabled={index >= book.policies.length - 2}
        aria-label={m.setup_move_down({ name })}
        onClick={() => move(1)}
      >
        <ArrowDown size={12} />
      </Button>
      <Button
        {...buttons}
        aria-label={m.setup_remove({ name })}
        onClick={() => {
          onShow(0);
          onChange(edited(book, ({ policies }) => void policies.splice(index, 1)));
        }}
      >
        <Trash2 size={12} />
      </Button>
    </div>
  );
}

const lists = {
  locales: m.times_locales,
  regions: m.times_regions,
  channels: m.times_channel_list,
  tiers: m.times_tiers,
  categories: m.times_categories,
};
type List = keyof typeof lists;

function Scope({
  policy,
  index,
  onChange,
}: {
  policy: Policy;
  index: number;
  onChange: (change: (policy: Policy) => void) => void;
}) {
  const setList = (list: List, values: string[]) =>
    onChange((copy) => {
      const { [list]: _, ...others } = copy.appliesTo ?? {};
      copy.appliesTo = values.length > 0 ? { ...others, [list]: values } : others;
    });
  return (
    <div className={classes.scope}>
      <TextInput
        label={m.times_policy_name()}
        value={policy.id}
        error={useFault("policies", index, "id")}
        onChange={(event) => {
          const id = event.currentTarget.value;
          onChange((copy) => Object.assign(copy, { id }));
        }}
      />
      {(Object.keys(lists) as List[]).map((list) => (
        <TagsInput
          key={list}
          size="xs"
          label={lists[list]()}
          placeholder={policy.appliesTo?.[list]?.length ? "" : m.times_any()}
          value={policy.appliesTo?.[list] ?? []}
          data={suggestions[list]}
          onChange={(values) => setList(list, values)}
        />
      ))}
    </div>
  );
}

const suggestions: Record<List, string[]> = {
  locales: ["en", "zh"],
  regions: [],
  channels: ["web", "email", "live", "phone", "api"],
  tiers: ["vip", "normal"],
  categories: [],
};
