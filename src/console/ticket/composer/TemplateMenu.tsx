import { Button, Menu } from "@mantine/core";
import { LayoutTemplate } from "lucide-react";
import { type Ref, useState } from "react";
import { m } from "#messages";
import type { Template } from "../../../../server/tickets/templates.ts";
import { currentLocale } from "../../language.ts";
import classes from "./template.module.css";

type Props = {
  templates: readonly Template[];
  onChoose: (template: Template) => void;
  /** Where the cursor goes afterwards. */
  onDone: (template: Template) => void;
  ref: Ref<HTMLButtonElement>;
};

/** Texts to begin with, the most fitting first. */
export function TemplateMenu({ templates, onChoose, onDone, ref }: Props) {
  const [opened, setOpened] = useState(false);
  const locale = currentLocale();
  const choose = (template: Template) => {
    onChoose(template);
    // The menu gives the focus back first.
    setTimeout(() => onDone(template));
  };
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      position="top-start"
      width={260}
      classNames={{ dropdown: classes.templates ?? "" }}
    >
      <Menu.Target>
        <Button
          ref={ref}
          variant="subtle"
          color="gray"
          leftSection={<LayoutTemplate size={15} />}
          aria-label={m.console_templates()}
          title={m.console_templates_hint()}
        >
          <span className={classes.templatesLabel}>{m.console_templates()}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={m.console_templates()}>
        {templates.length === 0 && <Menu.Label>{m.console_templates_none()}</Menu.Label>}
        {templates.map((template) => (
          <Menu.Item key={template.id} onClick={() => choose(template)}>
            {template.name[locale]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
