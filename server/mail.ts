import { randomUUID } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import type { Env } from "./env.ts";
import { now } from "./now.ts";

/** A mail ready to be sent. Plain text only: it reads the same everywhere and can't be phished with. */
export type Mail = {
  to: string;
  subject: string;
  text: string;
  /** Repeated tries carry the same id, so that a receiver can drop the second. */
  messageId: string;
  /** Message id of the mail this one answers, to keep a thread together. */
  inReplyTo?: string;
};

export type Mailer = { send(mail: Mail): Promise<void> };

/** By SMTP_URL, or as .eml files in DATA_DIR/mail where an operator can read what would be sent. */
export function openMailer(env: Env): Mailer {
  if (!env.SMTP_URL) return fileMailer(env);
  const transport = createTransport(env.SMTP_URL);
  return {
    async send(mail) {
      await transport.sendMail({ from: env.MAIL_FROM, ...mail });
    },
  };
}

function fileMailer(env: Env): Mailer {
  const folder = join(env.DATA_DIR, "mail");
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "unix" });
  return {
    async send(mail) {
      const { message } = await transport.sendMail({ from: env.MAIL_FROM, ...mail });
      await mkdir(folder, { recursive: true });
      const name = `${now().toISOString().replaceAll(":", "")}-${randomUUID().slice(0, 8)}.eml`;
      await writeFile(join(folder, `.${name}`), message as Buffer);
      await rename(join(folder, `.${name}`), join(folder, name));
    },
  };
}
