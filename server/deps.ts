import type { Logger } from "pino";
import type { Locale } from "../content/schema.ts";
import type { ContentSettings } from "./content.ts";
import type { Db } from "./db.ts";
import type { Env } from "./env.ts";
import type { Jobs } from "./jobs.ts";
import type { Live } from "./live.ts";
import type { Mailer } from "./mail.ts";
import type { ContentFiles } from "./publishing/contentfiles.service.ts";
import type { Publisher } from "./publishing/publisher.service.ts";
import type { Secrets } from "./secrets.ts";
import type { Settings } from "./settings/reader.service.ts";

/** What a service may reach. Made once in main.ts; tests make their own. */
export type Deps = {
  env: Env;
  /** Absolute path of the knowledge base. */
  contentDir: string;
  /** The only way to write to it. */
  files: ContentFiles;
  db: Db;
  jobs: Jobs;
  live: Live;
  mailer: Mailer;
  secrets: Secrets;
  publisher: Publisher;
  /** Forms, categories, modules and the site, as the content folder says now. */
  content(): ContentSettings;
  /** Documents that managers change: clocks, rules, templates … */
  settings: Settings;
  log: Logger;
  now(): Date;
};

/** Who acts. A customer is known by a signed link to one ticket; the system is a job. */
export type Actor =
  | { kind: "agent"; id: string; role: Role; name: string; locale: Locale }
  | { kind: "customer"; customerId: string; ticketId: string }
  | { kind: "system" };

export type Agent = Extract<Actor, { kind: "agent" }>;
export type Role = "agent" | "lead" | "owner" | "admin";
