import { Skeleton } from "@mantine/core";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { m } from "#messages";
import { Notice } from "../look/Notice.tsx";
import { useTrouble } from "../patience.ts";
import { refusalOf } from "../refusal.ts";

type Asked<T> = { data: T | undefined; error: unknown; refetch: () => unknown };
type Props<T> = {
  asked: Asked<T>;
  isEmpty: (data: T) => boolean;
  empty: { icon: LucideIcon; title: string };
  children: (data: T) => ReactNode;
};

/** A list that was asked for: itself, that there is nothing, or why it can't be shown. */
export function Found<T>({ asked, isEmpty, empty, children }: Props<T>) {
  const trouble = useTrouble(asked);
  if (asked.data !== undefined)
    return isEmpty(asked.data) ? <Notice {...empty} /> : children(asked.data);
  if (!trouble) return <Skeleton height={72} maw="56rem" />;
  const retry = { label: m.console_retry(), run: () => void asked.refetch() };
  return <Notice title={refusalOf(trouble).message} action={retry} />;
}
