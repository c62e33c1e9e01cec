import {
  CircleCheck,
  Compass,
  Eye,
  Handshake,
  LifeBuoy,
  type LucideIcon,
  MailCheck,
  MessageSquareReply,
  MessageSquareText,
  RefreshCw,
  SearchCheck,
  Timer,
} from "lucide-react";
import { m } from "#messages";
import type { Metric } from "../../../server/sla/metrics.ts";

type Words = {
  /** In a row of the queue. */
  short: () => string;
  label: () => string;
  icon: LucideIcon;
};

const words = (label: Words["label"], short: Words["short"], icon: LucideIcon): Words => ({
  short,
  label,
  icon,
});

const clocks: Record<Metric, Words> = {
  live_answer: words(
    m.console_clock_live_answer,
    m.console_clock_live_answer_short,
    MessageSquareReply,
  ),
  live_receipt: words(m.console_clock_live_receipt, m.console_clock_live_receipt_short, MailCheck),
  async_feedback: words(
    m.console_clock_async_feedback,
    m.console_clock_async_feedback_short,
    MailCheck,
  ),
  auto_reply: words(m.console_clock_auto_reply, m.console_clock_auto_reply_short, MailCheck),
  ack: words(m.console_clock_ack, m.console_clock_ack_short, Eye),
  first_reply: words(
    m.console_clock_first_reply,
    m.console_clock_first_reply_short,
    MessageSquareReply,
  ),
  substantive_reply: words(
    m.console_clock_substantive_reply,
    m.console_clock_substantive_reply_short,
    MessageSquareText,
  ),
  full_reply: words(
    m.console_clock_full_reply,
    m.console_clock_full_reply_short,
    MessageSquareText,
  ),
  next_reply: words(
    m.console_clock_next_reply,
    m.console_clock_next_reply_short,
    MessageSquareReply,
  ),
  workaround: words(m.console_clock_workaround, m.console_clock_workaround_short, LifeBuoy),
  cause: words(m.console_clock_cause, m.console_clock_cause_short, SearchCheck),
  conclusion: words(m.console_clock_conclusion, m.console_clock_conclusion_short, SearchCheck),
  direction: words(m.console_clock_direction, m.console_clock_direction_short, Compass),
  resolution: words(m.console_clock_resolution, m.console_clock_resolution_short, CircleCheck),
  promise: words(m.console_clock_promise, m.console_clock_promise_short, Handshake),
  handling: words(m.console_clock_handling, m.console_clock_handling_short, Timer),
  cadence: words(m.console_clock_cadence, m.console_clock_cadence_short, RefreshCw),
  no_progress: words(m.console_clock_no_progress, m.console_clock_no_progress_short, Timer),
  third_party_update: words(
    m.console_clock_third_party_update,
    m.console_clock_third_party_update_short,
    RefreshCw,
  ),
  silent_close: words(m.console_clock_silent_close, m.console_clock_silent_close_short, Timer),
};

/** The words for a metric, as the API sends it. */
export const clockWords = (metric: string): Words => clocks[metric as Metric];

/** Whether there is such a clock. */
export const isMetric = (metric: string): metric is Metric => Object.hasOwn(clocks, metric);
