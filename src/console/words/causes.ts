import { m } from "#messages";

/** Why problems existed; the ids are those of the server's `causeTagSchema`. */
export const causes = {
  user_error: m.console_cause_user_error,
  how_to: m.console_cause_how_to,
  product_fault: m.console_cause_product_fault,
  firmware: m.console_cause_firmware,
  network: m.console_cause_network,
  account: m.console_cause_account,
  billing: m.console_cause_billing,
  logistics: m.console_cause_logistics,
  third_party: m.console_cause_third_party,
  unknown: m.console_cause_unknown,
};

export type Cause = keyof typeof causes;
export const causeName = (cause: string): string => causes[cause as Cause]?.() ?? cause;
