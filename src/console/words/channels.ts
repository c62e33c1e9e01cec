import { m } from "#messages";

const channels: Record<string, () => string> = {
  web: m.console_channel_web,
  email: m.console_channel_email,
  api: m.console_channel_api,
  phone: m.console_channel_phone,
  walk_in: m.console_channel_walk_in,
  manager: m.console_channel_manager,
  social: m.console_channel_social,
};

/** How a ticket came in. */
export const channelName = (channel: string): string => channels[channel]?.() ?? channel;
