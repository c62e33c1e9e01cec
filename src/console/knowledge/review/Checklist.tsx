import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { CircleCheck, CircleHelp, CircleX, type LucideIcon } from "lucide-react";
import { m } from "#messages";
import { trpc } from "../../api.ts";
import { refusalOf } from "../../refusal.ts";
import type { CheckedPoint, Checklist as Data } from "../records.ts";
import { kindWord, numberWord } from "../words.ts";
import { pointWord, reasonWord } from "./checkwords.ts";
import classes from "./review.module.css";

type Verdict = CheckedPoint["verdict"];

const verdicts: Record<Verdict, { label: () => string; icon: LucideIcon }> = {
  fail: { label: m.knowledge_verdict_fail, icon: CircleX },
  open: { label: m.knowledge_verdict_open, icon: CircleHelp },
  pass: { label: m.knowledge_verdict_pass, icon: CircleCheck },
};

/** The content standard's ten points: what is wrong, what the reviewer has to judge, what is fine. */
export function Checklist({ id }: { id: string }) {
  const { data, error } = useQuery(trpc.articles.checklist.queryOptions({ id }));
  if (error) return <p className={classes.quiet}>{refusalOf(error).message}</p>;
  if (!data) return <Skeleton height={320} />;
  return (
    <div className={classes.checks}>
      {(["fail", "open", "pass"] as const).map((verdict) => (
        <Group key={verdict} verdict={verdict} points={data.points} />
      ))}
      <Similar similar={data.similar} />
    </div>
  );
}

function Group({ verdict, points }: { verdict: Verdict; points: readonly CheckedPoint[] }) {
  const { label, icon: Icon } = verdicts[verdict];
  const mine = points.filter((point) => point.verdict === verdict);
  if (mine.length === 0) return null;
  return (
    <section data-verdict={verdict}>
      <h2>
        {label()} <small>{mine.length}</small>
      </h2>
      <ul className={classes.points}>
        {mine.map(({ point, reason, details }) => (
          <li key={point}>
            <Icon size={15} aria-hidden="true" />
            <span>
              {pointWord(point)}
              {reason && <small>{reasonWord(reason, (details ?? []).map(kindWord))}</small>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What might be improved instead of writing it a second time. */
function Similar({ similar }: Pick<Data, "similar">) {
  if (similar.length === 0) return null;
  return (
    <section>
      <h2>{m.knowledge_similar()}</h2>
      <ul className={classes.points}>
        {similar.map(({ articleId, title, href, similarity }) => (
          <li key={articleId}>
            <span>
              <a href={href} target="_blank" rel="noopener">
                {title}
              </a>
              <small>
                {m.knowledge_similarity({ percent: numberWord(similarity, { style: "percent" }) })}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
