import { resolve } from "node:path";
import { z } from "zod";
import { exitCodes, StartupProblem } from "./errors.ts";

const url = z.url({ protocol: /^https?$/ });

/** Everything the process reads from its environment. */
const schema = z.object({
  NODE_ENV: z.enum(["production", "development", "test"]).default("development"),
  /** TCP port of site, API and console. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(4321),
  /** Address to listen on. `0.0.0.0` opens it to the network. */
  HOST: z.string().default("127.0.0.1"),
  /** Everything that is written at run time: database, attachments, mails, published site. */
  DATA_DIR: z.string().default(".data"),
  /** The knowledge base. Default: `content`, or `content` in DATA_DIR when started with --empty. */
  CONTENT_DIR: z.string().optional(),
  /** PostgreSQL 15 or newer. Absent = the server's own in DATA_DIR. */
  DATABASE_URL: z.string().optional(),
  /** The address readers see, without a slash at the end. Default: http://localhost:PORT. */
  PUBLIC_URL: url.transform((value) => value.replace(/\/+$/, "")).optional(),
  /** smtp://user:password@host:587. Absent = mails lie as .eml files in DATA_DIR/mail. */
  SMTP_URL: z.string().optional(),
  /** Sender of mails. */
  MAIL_FROM: z.string().default("Support <support@localhost>"),
  /** `allow` lets webhooks go to http: addresses and into private networks, for trying them out. */
  WEBHOOKS_PRIVATE: z.enum(["refuse", "allow"]).default("refuse"),
  /** Signs status links, sessions and keys. Absent = made at first start and kept in the database. */
  SECRET: z.string().min(32).optional(),
  /** Which parts this process runs. */
  ROLE: z.enum(["all", "web", "worker", "publisher"]).default("all"),
  /** How many proxies in front may be believed about the client's address. */
  TRUST_PROXY: z.coerce.number().int().min(0).default(0),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  /** Iterations of one step of the form's proof of work; a device makes some 1000 steps. */
  PROOF_COST: z.coerce.number().int().positive().default(2000),
  /** Tickets, replies and uploads that one address may send in ten minutes. */
  RATE_LIMIT: z.coerce.number().int().positive().default(30),
  /** Largest attachment in bytes. */
  MAX_FILE_BYTES: z.coerce
    .number()
    .int()
    .positive()
    .default(25 * 1024 * 1024),
});

export type Env = Omit<z.infer<typeof schema>, "PUBLIC_URL" | "DATA_DIR"> & {
  PUBLIC_URL: string;
  /** Absolute. */
  DATA_DIR: string;
};

/**
 * @param source usually `process.env`; empty strings count as absent.
 * @throws StartupProblem naming each variable and what is wrong with it.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((i) => `${i.path.join(".")}: ${i.message}`).join("; ");
    throw new StartupProblem(exitCodes.environment, `The environment is wrong. ${faults}`);
  }
  const env = parsed.data;
  return {
    ...env,
    DATA_DIR: resolve(env.DATA_DIR),
    PUBLIC_URL: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
  };
}
