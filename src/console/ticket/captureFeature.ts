import type { Ticket } from "../api.ts";
import type { CaptureProps } from "./Capture.tsx";

/**
 * What the question after solving does. Null while the server has no articles to use or to write:
 * the question is not asked then. `TicketView.tsx` mounts it as soon as this is a function.
 */
export const captureFeature = null as ((ticket: Ticket) => CaptureProps) | null;
