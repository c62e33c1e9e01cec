import { useNavigate, useParams } from "@tanstack/react-router";
import { m } from "#messages";
import { SearchField } from "../look/SearchField.tsx";
import type { View } from "./views.ts";

/** Narrows the view by number, subject or customer; the address keeps what was searched for. */
export function QueueSearch({ view, text }: { view: View; text: string }) {
  const navigate = useNavigate();
  const { number = "" } = useParams({ strict: false });
  const search = (q: string) =>
    void navigate({
      to: number ? "/queue/$view/$number" : "/queue/$view",
      params: { view, number },
      search: q ? { q } : {},
      replace: true,
    });
  return (
    <SearchField
      text={text}
      search={search}
      placeholder={m.console_queue_search()}
      label={m.console_queue_search_label()}
    />
  );
}
