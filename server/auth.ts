/** Staff accounts: sign-in and sessions by better-auth, on the tables of prisma/schema.prisma. */

import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import type { Db } from "./db.ts";
import type { Env } from "./env.ts";
import type { Secrets } from "./secrets.ts";

export function openAuth(env: Env, db: Db, secrets: Secrets) {
  return betterAuth({
    database: prismaAdapter(db, { provider: "postgresql" }),
    secret: secrets.key("session"),
    baseURL: env.PUBLIC_URL,
    basePath: "/api/auth",
    trustedOrigins: [
      env.PUBLIC_URL,
      `http://localhost:${env.PORT}`,
      `http://127.0.0.1:${env.PORT}`,
    ],
    // Accounts are made by an administrator or by the first-run link, never by signing up.
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10 },
    session: { expiresIn: 60 * 60 * 24 * 7, updateAge: 60 * 60 * 24 },
    user: {
      additionalFields: {
        role: { type: "string", input: false },
        locale: { type: "string", input: false },
        active: { type: "boolean", input: false },
      },
    },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 60,
      customRules: { "/sign-in/email": { window: 60, max: 10 } },
    },
    advanced: { useSecureCookies: env.PUBLIC_URL.startsWith("https:"), cookiePrefix: "answerable" },
    // What goes wrong rises to the one place that answers and logs it.
    onAPIError: { throw: true },
    telemetry: { enabled: false },
    logger: { level: "error" },
  });
}

export type Auth = ReturnType<typeof openAuth>;
