/**
 * Everything that is signed is signed with a key derived from one secret: SECRET of the
 * environment, or one made at first start and kept in the database.
 */
import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import type { Db } from "./db.ts";

export type Purpose =
  | "status-link"
  | "session"
  | "proof"
  | "subject"
  | "holdout"
  | "confirm"
  | "source"
  | "first-admin";

export type Secrets = {
  /** 32 bytes for one purpose, as hex. */
  key(purpose: Purpose): string;
  /** base64url HMAC-SHA256 of the text. */
  sign(purpose: Purpose, text: string): string;
  verify(purpose: Purpose, text: string, signature: string): boolean;
};

export async function loadSecrets(db: Db, given?: string): Promise<Secrets> {
  return secretsOf(given ?? (await storedSecret(db)));
}

async function storedSecret(db: Db): Promise<string> {
  const value = randomBytes(32).toString("hex");
  // Two processes may start at once: the first row wins for both.
  await db.setting.createMany({ data: [{ key: "secret", value }], skipDuplicates: true });
  const row = await db.setting.findUniqueOrThrow({ where: { key: "secret" } });
  return String(row.value);
}

export function secretsOf(secret: string): Secrets {
  const keys = new Map<Purpose, string>();
  const key = (purpose: Purpose): string => {
    const made =
      keys.get(purpose) ?? Buffer.from(hkdfSync("sha256", secret, "", purpose, 32)).toString("hex");
    keys.set(purpose, made);
    return made;
  };
  const sign = (purpose: Purpose, text: string) =>
    createHmac("sha256", key(purpose)).update(text).digest("base64url");
  return {
    key,
    sign,
    verify(purpose, text, signature) {
      const expected = Buffer.from(sign(purpose, text));
      const got = Buffer.from(signature);
      return expected.length === got.length && timingSafeEqual(expected, got);
    },
  };
}
