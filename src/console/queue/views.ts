import {
  CircleCheck,
  CirclePause,
  CircleUserRound,
  Inbox,
  type LucideIcon,
  UserRoundX,
} from "lucide-react";
import { m } from "#messages";

/** The views of the queue, in the order of the rail. */
export const views = {
  mine: { label: m.console_view_mine, icon: CircleUserRound, empty: m.console_empty_mine },
  unassigned: {
    label: m.console_view_unassigned,
    icon: UserRoundX,
    empty: m.console_empty_unassigned,
  },
  open: { label: m.console_view_open, icon: Inbox, empty: m.console_empty_open },
  waiting: { label: m.console_view_waiting, icon: CirclePause, empty: m.console_empty_waiting },
  solved: { label: m.console_view_solved, icon: CircleCheck, empty: m.console_empty_solved },
} satisfies Record<string, { label: () => string; icon: LucideIcon; empty: () => string }>;

export type View = keyof typeof views;
export const viewIds = Object.keys(views) as View[];
export const isView = (text: string): text is View => text in views;
