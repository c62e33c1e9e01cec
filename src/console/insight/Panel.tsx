import { Drawer } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { m } from "#messages";
import type { Filter } from "../../../server/insight/period.ts";
import { queryClient, trpc } from "../api.ts";
import { useSettings } from "../settings.ts";
import { type Asked, nothingNarrower, within } from "./asked.ts";
import { type DefinitionId, isDefined, isOfNow, textOf, titleOf } from "./definitions.ts";
import { shortDays } from "./figures.ts";
import type { MeasureId, Overview } from "./overview.ts";
import { PanelRows } from "./PanelRows.tsx";
import { PanelShare } from "./PanelShare.tsx";
import classes from "./panel.module.css";
import { scopeOf } from "./scope.ts";
import { isShareId, useShare } from "./shares.ts";

type Props = { asked: Asked; filter: Filter; overview: Overview | undefined };

/** What a number means and what it is made of, beside the page; its address can be sent to others. */
export function Panel({ asked, filter, overview }: Props) {
  const navigate = useNavigate({ from: "/insight" });
  const { show, priority } = asked;
  const shown = isDefined(show) ? show : null;
  // The number is read again with its rows: a minute old, it might be another one.
  useEffect(() => {
    if (shown) void queryClient.invalidateQueries({ queryKey: trpc.insight.overview.queryKey() });
  }, [shown]);
  const close = () =>
    void navigate({
      search: (now) => ({ ...now, ...nothingNarrower, show: undefined }),
    });
  return (
    <Drawer
      opened={shown !== null}
      onClose={close}
      position="right"
      size="42rem"
      title={shown && titleOf(shown)}
      closeButtonProps={{ "aria-label": m.console_close() }}
      transitionProps={{ duration: 120 }}
    >
      {shown && (
        <Content
          shown={shown}
          asked={asked}
          filter={{ ...within(filter, asked.on), ...(priority && { priority }) }}
          overview={overview}
        />
      )}
    </Drawer>
  );
}

type ContentProps = Props & { shown: DefinitionId };

function Content({ shown, asked, filter, overview }: ContentProps) {
  const { categories } = useSettings();
  const share = useShare(overview, shown, filter);
  const isShare = isShareId(shown);
  const measure = share ? share.of[asked.of ?? "x"] : isShare ? null : (shown as MeasureId);
  const days = isOfNow(shown) ? m.charts_now() : shortDays(filter.from, filter.to);
  return (
    <div className={classes.panel}>
      <p className={classes.text}>{textOf(shown)}</p>
      <p className={classes.scope}>{[days, ...scopeOf(filter, categories)].join(" · ")}</p>
      {share && <PanelShare share={share} of={asked.of ?? "x"} />}
      {measure && (
        <PanelRows
          key={measure}
          measure={measure}
          filter={filter}
          page={(asked.page ?? 1) - 1}
          hasTitle={share !== undefined}
        />
      )}
    </div>
  );
}
