/** How a ticket came in when a member of staff wrote it down for the customer. */
import { z } from "zod";

/**
 * `phone` and `walk_in`: the customer was there; `manager`: their account manager passed it on;
 * `social`: it was found where others read it.
 */
export const staffChannelSchema = z.enum(["phone", "walk_in", "manager", "social"]);
export type StaffChannel = z.infer<typeof staffChannelSchema>;

const live: readonly string[] = ["phone", "walk_in"] satisfies StaffChannel[];

/** Whether the customer waits at the other end. */
export const isLive = (channel: string): boolean => live.includes(channel);

/** What the clocks read: to them all channels on which somebody waits are `live`. */
export const clockChannel = (channel: string): string => (isLive(channel) ? "live" : channel);

/** What a ticket is marked with by its channel alone. */
export const marksOf = (channel: string): string[] => (channel === "social" ? ["public"] : []);
