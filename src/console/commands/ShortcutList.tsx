import { Modal } from "@mantine/core";
import { m } from "#messages";
import { Keys } from "../look/Keys.tsx";
import classes from "./commands.module.css";
import { commandIds, type Shortcut, shortcuts } from "./shortcuts.ts";

const groups: Record<Shortcut["group"], () => string> = {
  move: m.console_keys_move,
  ticket: m.console_keys_ticket,
  draft: m.knowledge_keys_draft,
  everywhere: m.console_keys_everywhere,
};

/** All keys, under `?`. */
export function ShortcutList({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={m.console_keys_title()}
      size="md"
      closeButtonProps={{ "aria-label": m.console_close() }}
    >
      <div className={classes.groups}>
        {Object.entries(groups).map(([group, title]) => (
          <section key={group} className={classes.group}>
            <h3>{title()}</h3>
            <dl className={classes.list}>
              {commandIds
                .filter((id) => shortcuts[id].group === group)
                .map((id) => (
                  <div key={id}>
                    <dt>{shortcuts[id].label()}</dt>
                    <dd>
                      <Keys of={shortcuts[id].keys} />
                      <span className="visually-hidden">{shortcuts[id].keys}</span>
                    </dd>
                  </div>
                ))}
              {group === "ticket" && (
                <div>
                  <dt>{m.console_key_send()}</dt>
                  <dd>
                    <Keys of="mod+enter" />
                    <span className="visually-hidden">mod+enter</span>
                  </dd>
                </div>
              )}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
