import { Button, UnstyledButton } from "@mantine/core";
import { Plus, Trash2, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { m } from "#messages";
import type { Template } from "../../../../server/tickets/templates.ts";
import documentClasses from "../document/document.module.css";
import { edited } from "../document/edited.ts";
import { useProblemsBelow } from "../document/problems.ts";
import { SettingsPage } from "../document/SettingsPage.tsx";
import type { Editing } from "../document/useEditing.ts";
import { TemplateFields } from "./TemplateFields.tsx";
import classes from "./templates.module.css";
import { purposeNames, templateChanges, templateName } from "./templatewords.ts";

/** What messages say. */
export const TemplatesPage = () => (
  <SettingsPage
    kind="templates"
    title={m.setup_templates()}
    intro={m.template_intro()}
    changesOf={templateChanges}
  >
    {(editing) => <Templates editing={editing} />}
  </SettingsPage>
);

function Templates({ editing }: { editing: Editing<"templates"> }) {
  const { templates } = editing.document;
  const [chosen, setChosen] = useState(0);
  const index = Math.min(chosen, templates.length - 1);
  const shown = templates[index];
  const put = (make: (templates: Template[]) => void) =>
    editing.change(edited(editing.document, (copy) => make(copy.templates)));
  return (
    <div className={classes.desk}>
      <nav aria-label={m.setup_templates()}>
        <ul className={classes.list}>
          {templates.map((template, place) => (
            <li key={template.id}>
              <Item
                template={template}
                index={place}
                isShown={place === index}
                onShow={() => setChosen(place)}
              />
            </li>
          ))}
        </ul>
        <Button
          mt="xs"
          variant="default"
          leftSection={<Plus size={12} aria-hidden="true" />}
          onClick={() => {
            put((copy) => void copy.push(begun(copy)));
            setChosen(templates.length);
          }}
        >
          {m.template_add()}
        </Button>
      </nav>
      {shown && (
        <section className={documentClasses.section} aria-labelledby="template-title">
          <header className={documentClasses.sectionHead}>
            <h2 id="template-title">{templateName(shown)}</h2>
            <Button
              variant="subtle"
              color="breached"
              leftSection={<Trash2 size={12} aria-hidden="true" />}
              onClick={() => put((copy) => void copy.splice(index, 1))}
            >
              {m.template_remove()}
            </Button>
          </header>
          <TemplateFields
            template={shown}
            index={index}
            onChange={(next) => put((copy) => void copy.splice(index, 1, next))}
          />
        </section>
      )}
    </div>
  );
}

function begun(templates: readonly Template[]): Template {
  let number = templates.length + 1;
  while (templates.some(({ id }) => id === `template-${number}`)) number++;
  return {
    id: `template-${number}`,
    name: { en: "New template", zh: "新模板" },
    purpose: "custom",
    body: { en: "", zh: "" },
    variables: [],
  };
}

type ItemProps = { template: Template; index: number; isShown: boolean; onShow: () => void };

function Item({ template, index, isShown, onShow }: ItemProps) {
  const isFaulty = useProblemsBelow("templates", index).length > 0;
  return (
    <UnstyledButton
      className={classes.item ?? ""}
      aria-current={isShown ? "true" : undefined}
      onClick={onShow}
    >
      <span>
        {templateName(template)}
        {purposeNames[template.purpose]() !== templateName(template) && (
          <small>{purposeNames[template.purpose]()}</small>
        )}
      </span>
      {isFaulty && <TriangleAlert size={14} aria-label={m.template_faulty()} />}
    </UnstyledButton>
  );
}
