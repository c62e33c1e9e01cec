import {
  CircleCheck,
  Eye,
  Handshake,
  type LucideIcon,
  MessageSquareReply,
  Timer,
} from "lucide-react";
import { m } from "#messages";

type Words = {
  /** In a row of the queue. */
  short: () => string;
  label: () => string;
  icon: LucideIcon;
};

const clocks: Record<string, Words> = {
  ack: { short: m.console_clock_ack_short, label: m.console_clock_ack, icon: Eye },
  first_reply: {
    short: m.console_clock_first_reply_short,
    label: m.console_clock_first_reply,
    icon: MessageSquareReply,
  },
  promise: {
    short: m.console_clock_promise_short,
    label: m.console_clock_promise,
    icon: Handshake,
  },
  resolution: {
    short: m.console_clock_resolution_short,
    label: m.console_clock_resolution,
    icon: CircleCheck,
  },
};

export const clockWords = (metric: string): Words =>
  clocks[metric] ?? { short: () => metric, label: () => metric, icon: Timer };
