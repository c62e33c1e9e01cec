import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { CircleX } from "lucide-react";
import { useState } from "react";
import { m } from "#messages";
import { trpc } from "../../api.ts";
import { Notice } from "../../look/Notice.tsx";
import { every, useTrouble } from "../../patience.ts";
import { refusalOf } from "../../refusal.ts";
import type { Publication } from "../records.ts";
import { Published } from "../review/Published.tsx";
import { DraftDesk } from "./DraftDesk.tsx";
import { DraftSkeleton } from "./DraftSkeleton.tsx";
import { Leftover } from "./Leftover.tsx";

/** A colleague's change is seen within this time while nothing is typed. */
const readAgainMs = 20_000;

/** The draft of the address: being written or reviewed, published, or gone. */
export function DraftPage() {
  const { id } = useParams({ from: "/desk/knowledge/drafts/$id" });
  return <DraftOf key={id} id={id} />;
}

function DraftOf({ id }: { id: string }) {
  const navigate = useNavigate();
  const [publication, setPublication] = useState<Publication | null>(null);
  const draft = useQuery({
    ...trpc.articles.draft.queryOptions({ id }),
    refetchInterval: every(readAgainMs),
  });
  const trouble = useTrouble(draft);
  const { data, refetch } = draft;
  const toList = { label: m.knowledge_back(), run: () => void navigate({ to: "/knowledge" }) };
  if (data?.state === "published") {
    return (
      <Published draft={data} publication={publication}>
        <Leftover id={id} />
      </Published>
    );
  }
  if (data?.state === "discarded") {
    return (
      <Notice icon={CircleX} title={m.knowledge_discarded()} action={toList}>
        <Leftover id={id} />
      </Notice>
    );
  }
  if (data) return <DraftDesk draft={data} onPublished={setPublication} />;
  if (!trouble) return <DraftSkeleton />;
  const refusal = refusalOf(trouble);
  const isMissing = refusal.code === "not_found" || refusal.code === "invalid_input";
  if (isMissing) return <Notice title={m.knowledge_draft_missing()} action={toList} />;
  const retry = { label: m.console_retry(), run: () => void refetch() };
  return <Notice title={refusal.message} action={retry} />;
}
