import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useState } from "react";
import { m } from "#messages";
import type { Answers, Form } from "../../../content/forms.ts";
import { type client, trpc } from "../api.ts";
import { Person } from "../look/Person.tsx";
import { OneField, textOf } from "./FormFields.tsx";
import classes from "./newticket.module.css";

type Found = Awaited<ReturnType<typeof client.customers.find.query>>[number];
type Props = {
  form: Form;
  answers: Answers;
  texts: Record<string, string>;
  onFound: (customer: Found) => void;
  onChange: (id: string, value: string) => void;
};

const ids = ["email", "name", "company", "phone"];

/** Somebody the desk knows, or somebody new: the address decides. */
export function CustomerFields({ form, answers, texts, onFound, onChange }: Props) {
  const fields = ids.flatMap((id) => form.fields.find((field) => field.id === id) ?? []);
  return (
    <>
      <FindCustomer onFound={onFound} />
      {fields.map((field) => (
        <OneField
          key={field.id}
          field={field}
          value={textOf(answers[field.id])}
          error={texts[field.id]}
          onChange={(value) => onChange(field.id, value)}
        />
      ))}
    </>
  );
}

function FindCustomer({ onFound }: Pick<Props, "onFound">) {
  const [typed, setTyped] = useState("");
  const [text] = useDebouncedValue(typed, 200);
  const box = useCombobox();
  const { data = [] } = useQuery({
    ...trpc.customers.find.queryOptions({ text }),
    enabled: text.trim().length > 1,
    placeholderData: keepPreviousData,
  });
  const choose = (id: string) => {
    const found = data.find((customer) => customer.id === id);
    if (found) onFound(found);
    setTyped("");
    box.closeDropdown();
  };
  return (
    <Combobox store={box} onOptionSubmit={choose}>
      <Combobox.Target>
        <TextInput
          className={classes.wide ?? ""}
          data-autofocus
          leftSection={<Search size={14} aria-hidden="true" />}
          label={m.console_new_find()}
          description={m.console_new_find_hint()}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            box.openDropdown();
            box.updateSelectedOptionIndex();
          }}
          onFocus={() => box.openDropdown()}
          onBlur={() => box.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={typed.trim().length < 2}>
        <Combobox.Options aria-label={m.console_new_find()}>
          {data.map((customer) => (
            <Combobox.Option key={customer.id} value={customer.id} className={classes.found ?? ""}>
              <Person name={customer.name ?? customer.email ?? "?"} size={20} />
              <span>{customer.name ?? customer.email}</span>
              <small>
                {[customer.email, customer.company, customer.phone].filter(Boolean).join(" · ")}
              </small>
            </Combobox.Option>
          ))}
          {data.length === 0 && <Combobox.Empty>{m.console_nothing_found()}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
