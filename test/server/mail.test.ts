import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, expect, test } from "vitest";
import { parseEnv } from "../../server/env.ts";
import { type Mail, openMailer } from "../../server/mail.ts";

const folder = mkdtempSync(join(tmpdir(), "answerable-mail-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const mail: Mail = {
  to: "wang.lei@mail.example",
  subject: "已收到您的问题 #10001：云服务扣费能开发票吗？",
  text: "王磊，您好：\n\n您的问题已经收到。\n",
  messageId: "<job-1@help.example>",
  inReplyTo: "<ticket-10001@help.example>",
};

function check(received: ParsedMail): void {
  expect(received).toMatchObject({
    subject: mail.subject,
    text: mail.text,
    messageId: mail.messageId,
    inReplyTo: mail.inReplyTo,
  });
  expect(received.from?.text).toContain("help@heronby.example");
}

test("by SMTP, signed in, over a real socket", async () => {
  const received: ParsedMail[] = [];
  const seen: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    authOptional: false,
    allowInsecureAuth: true,
    onAuth({ username, password }, _session, done) {
      seen.push(`${username}:${password}`);
      done(null, { user: username });
    },
    onData(stream, session, done) {
      simpleParser(stream).then((parsed) => {
        seen.push(session.envelope.rcptTo[0]!.address);
        received.push(parsed);
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  const url = `smtp://desk:secret@127.0.0.1:${port}`;
  const env = parseEnv({
    DATA_DIR: folder,
    SMTP_URL: url,
    MAIL_FROM: "Heronby <help@heronby.example>",
  });
  await openMailer(env).send(mail);
  await new Promise<void>((resolve) => server.close(resolve));
  expect(seen).toEqual(["desk:secret", mail.to]);
  check(received[0]!);
});

test("a server that is away is an error, so that the job tries again", async () => {
  const env = parseEnv({ DATA_DIR: folder, SMTP_URL: "smtp://127.0.0.1:1" });
  await expect(openMailer(env).send(mail)).rejects.toThrow("ECONNREFUSED");
});

test("without a server, as a file that a mail program opens", async () => {
  const env = parseEnv({ DATA_DIR: folder, MAIL_FROM: "Heronby <help@heronby.example>" });
  await openMailer(env).send(mail);
  const [name] = readdirSync(join(folder, "mail"));
  expect(name).toMatch(/\.eml$/);
  check(await simpleParser(readFileSync(join(folder, "mail", name!))));
});
