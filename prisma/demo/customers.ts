/** Who writes to Heronby in the demo. All addresses are of the reserved domain `example`. */
import type { Locale } from "../../content/schema.ts";
import { english } from "./en/customers.ts";
import { chinese } from "./zh/customers.ts";

export type Customer = {
  name: string;
  email: string;
  phone?: string;
  company?: string;
  tier: "normal" | "vip";
  locale: Locale;
  /** IANA name. */
  timeZone: string;
  os: string;
  browser: string;
  /** Days before now at which they first wrote. */
  knownFor: number;
};

export const customers: Record<string, Customer> = { ...english, ...chinese };
