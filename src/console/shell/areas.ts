import {
  BookOpen,
  ChartNoAxesColumn,
  ClipboardList,
  Inbox,
  type LucideIcon,
  Radar,
  Settings,
} from "lucide-react";
import { m } from "#messages";

/**
 * The areas of the desk, as the rail lists them: an area is one folder of the console with a route of
 * its own in `router.tsx`. Areas without pages are not listed.
 */
export const areas = [
  { id: "queue", label: m.console_area_queue, icon: Inbox, to: "/queue/mine" },
  { id: "teamwork", label: m.work_area, icon: ClipboardList, to: "/tasks" },
  { id: "lead", label: m.lead_area, icon: Radar, to: "/lead" },
  { id: "knowledge", label: m.knowledge_area, icon: BookOpen, to: "/knowledge" },
  { id: "insight", label: m.charts_area, icon: ChartNoAxesColumn, to: "/insight" },
  { id: "settings", label: m.settings_area, icon: Settings, to: "/settings" },
] as const satisfies { id: string; label: () => string; icon: LucideIcon; to: string }[];
