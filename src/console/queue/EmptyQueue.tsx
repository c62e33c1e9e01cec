import { useNavigate } from "@tanstack/react-router";
import { SearchX } from "lucide-react";
import { m } from "#messages";
import { Notice } from "../look/Notice.tsx";
import { type View, views } from "./views.ts";

type Props = { view: View; text: string; counts: Record<View, number> | undefined };

/** Nothing in this view: why, and where there is something to do. */
export function EmptyQueue({ view, text, counts }: Props) {
  const navigate = useNavigate();
  const go = (to: View, q = "") =>
    void navigate({ to: "/queue/$view", params: { view: to }, search: q ? { q } : {} });
  if (text) {
    const next: View = view === "solved" ? "open" : "solved";
    return (
      <Notice
        icon={SearchX}
        title={m.console_empty_search({ text, view: views[view].label() })}
        action={{
          label: m.console_search_in({ view: views[next].label() }),
          run: () => go(next, text),
        }}
      >
        {m.console_empty_search_hint()}
      </Notice>
    );
  }
  const waiting = view === "mine" ? (counts?.unassigned ?? 0) : 0;
  return (
    <Notice
      icon={views[view].icon}
      title={views[view].empty()}
      {...(waiting > 0 && {
        action: {
          label: m.console_empty_mine_action({ count: waiting }),
          run: () => go("unassigned"),
        },
      })}
    />
  );
}
