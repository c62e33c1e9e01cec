import {
  ArrowDown,
  ArrowUp,
  Bell,
  BookOpen,
  CalendarClock,
  ChartNoAxesColumn,
  CircleCheck,
  CircleDot,
  CornerDownLeft,
  Eye,
  FolderInput,
  Keyboard,
  LayoutTemplate,
  type LucideIcon,
  MessageSquare,
  Plus,
  Radar,
  Save,
  Search,
  Send,
  Siren,
  StickyNote,
  Undo2,
  UserPlus,
} from "lucide-react";
import { m } from "#messages";

export type Shortcut = {
  /** `j`, `mod+k`; `mod` is ⌘ on a Mac and Ctrl elsewhere. */
  keys: string;
  label: () => string;
  icon: LucideIcon;
  group: "move" | "ticket" | "draft" | "everywhere";
};

/** Everything that has a key. The list under `?`, the palette and the keyboard read this one table. */
export const shortcuts = {
  next: { keys: "j", label: m.console_key_next, icon: ArrowDown, group: "move" },
  previous: { keys: "k", label: m.console_key_previous, icon: ArrowUp, group: "move" },
  open: { keys: "enter", label: m.console_key_open, icon: CornerDownLeft, group: "move" },
  search: { keys: "/", label: m.console_key_search, icon: Search, group: "move" },
  acknowledge: { keys: "i", label: m.console_acknowledge, icon: Eye, group: "ticket" },
  reply: { keys: "r", label: m.console_key_reply, icon: MessageSquare, group: "ticket" },
  note: { keys: "n", label: m.console_key_note, icon: StickyNote, group: "ticket" },
  assign: { keys: "a", label: m.console_key_assign, icon: UserPlus, group: "ticket" },
  status: { keys: "s", label: m.console_key_status, icon: CircleDot, group: "ticket" },
  file: { keys: "f", label: m.console_key_file, icon: FolderInput, group: "ticket" },
  promise: { keys: "p", label: m.console_key_promise, icon: CalendarClock, group: "ticket" },
  templates: { keys: ".", label: m.console_key_templates, icon: LayoutTemplate, group: "ticket" },
  resolve: { keys: "e", label: m.console_key_resolve, icon: CircleCheck, group: "ticket" },
  undo: { keys: "z", label: m.console_key_undo, icon: Undo2, group: "ticket" },
  save: { keys: "mod+s", label: m.knowledge_key_save, icon: Save, group: "draft" },
  proceed: { keys: "mod+enter", label: m.knowledge_key_proceed, icon: Send, group: "draft" },
  create: { keys: "c", label: m.console_key_new, icon: Plus, group: "everywhere" },
  knowledge: { keys: "l", label: m.knowledge_title, icon: BookOpen, group: "everywhere" },
  insight: { keys: "d", label: m.charts_title, icon: ChartNoAxesColumn, group: "everywhere" },
  incidents: { keys: "x", label: m.incidents_key, icon: Siren, group: "everywhere" },
  lead: { keys: "t", label: m.lead_title, icon: Radar, group: "everywhere" },
  notices: { keys: "b", label: m.notices_title, icon: Bell, group: "everywhere" },
  palette: { keys: "mod+k", label: m.console_key_palette, icon: Search, group: "everywhere" },
  help: { keys: "?", label: m.console_key_help, icon: Keyboard, group: "everywhere" },
} satisfies Record<string, Shortcut>;

export type CommandId = keyof typeof shortcuts;
export const commandIds = Object.keys(shortcuts) as CommandId[];
