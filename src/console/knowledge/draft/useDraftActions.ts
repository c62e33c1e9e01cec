/** What is done to a draft: handed on, sent back, published, thrown away. */
import { notifications } from "@mantine/notifications";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { m } from "#messages";
import { client, queryClient, trpc } from "../../api.ts";
import type { Publication } from "../records.ts";
import type { Editing } from "./editing.ts";
import type { Decided } from "./Findings.tsx";
import type { Fields } from "./fields.ts";
import type { FoundText } from "./obstacles.ts";

/** What is being done; the buttons wait for it. */
export type Doing = "submit" | "publish" | "sendBack" | "discard" | "decide" | "rebase";

export function useDraftActions(editing: Editing, onPublished: (result: Publication) => void) {
  const navigate = useNavigate();
  const [doing, setDoing] = useState<Doing | null>(null);
  const once = async <T>(what: Doing, work: () => Promise<T>): Promise<T> => {
    setDoing(what);
    try {
      return await work();
    } finally {
      setDoing(null);
    }
  };
  const act = <T>(what: Doing, call: Parameters<Editing["act"]>[0]) =>
    once(what, () => editing.act(call) as Promise<T | null>);
  const toList = async (message: string) => {
    notifications.show({ message });
    await queryClient.invalidateQueries({ queryKey: trpc.articles.pathKey() });
    await navigate({ to: "/knowledge" });
  };
  return {
    doing,
    submit: () => act("submit", (seen) => client.articles.submit.mutate(seen)),
    rebase: () => act("rebase", (seen) => client.articles.rebase.mutate(seen)),
    decide: (decisions: Decided, keep: string[] = []) =>
      act("decide", (seen) => client.articles.decide.mutate({ ...seen, decisions, keep })),
    async sendBack() {
      const sent = await act("sendBack", (seen) => client.articles.sendBack.mutate(seen));
      if (sent) await toList(m.knowledge_sent_back());
    },
    async discard() {
      const gone = await act("discard", (seen) => client.articles.discard.mutate(seen));
      if (gone) await toList(m.knowledge_discarded());
    },
    publish: (confirmSelf: boolean) =>
      act<Publication>("publish", async (seen) => {
        const result = await client.articles.publish.mutate({ ...seen, confirmSelf });
        onPublished(result);
        void queryClient.invalidateQueries({ queryKey: trpc.articles.list.queryKey() });
        void queryClient.invalidateQueries({ queryKey: trpc.tickets.pathKey() });
        return result;
      }),
    /** At each place where it was found, and nowhere else. */
    replace({ kind, places }: FoundText) {
      const clean = (value: string) =>
        places.reduce(
          (done, { before, text, after }) =>
            done.replaceAll(before + text + after, `${before}[${kind}]${after}`),
          value,
        );
      const { title, description, aliases, body } = editing.get().fields;
      const fields: Partial<Fields> = {
        title: clean(title),
        description: clean(description),
        aliases: aliases.map(clean),
        body: clean(body),
      };
      editing.change(fields);
      void editing.flush();
    },
  };
}
