import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { m } from "#messages";
import { trpc } from "../../api.ts";
import { refusalOf } from "../../refusal.ts";
import type { Draft } from "../records.ts";
import classes from "./review.module.css";
import { SideBySide } from "./SideBySide.tsx";

/** The file as it lies there and as it would be written, front matter and all. */
export function Changes({ draft }: { draft: Draft }) {
  const { data, error } = useQuery(trpc.articles.checklist.queryOptions({ id: draft.id }));
  if (error) return <p className={classes.quiet}>{refusalOf(error).message}</p>;
  if (!data) return <Skeleton height={240} />;
  const names = { before: m.knowledge_file_now(), after: m.knowledge_file_next() };
  return <SideBySide before={draft.file ?? ""} after={data.next} names={names} />;
}
