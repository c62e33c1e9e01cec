import { randomUUID } from "node:crypto";
import superjson from "superjson";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../app.ts";
import { graceMiller, hireStaff, signIn, writeIn } from "../cast.ts";

let app: TestApp;
let staff: Awaited<ReturnType<typeof hireStaff>>;

beforeAll(async () => {
  app = await testApp({ env: { RATE_LIMIT: "6", MAX_FILE_BYTES: String(64 * 1024) } });
  staff = await hireStaff(app);
});
afterAll(async () => {
  await app.ring();
  await app.stop();
});

/** A form with one file, as a browser sends it. */
function upload(name: string, bytes: Buffer) {
  const boundary = "----answerable";
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: image/png\r\n\r\n`;
  return {
    method: "POST" as const,
    url: "/api/files",
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const from = (remoteAddress: string) => ({ remoteAddress });

describe("files", () => {
  test("a picture is taken and shown to who holds the link, and to nobody else", async () => {
    const http = await app.http();
    const sent = await http.inject({ ...upload("../photo.png", png), ...from("198.51.100.1") });
    expect(sent.json()).toMatchObject({ name: "photo.png", mime: "image/png", size: png.length });
    const { id } = sent.json();
    const receipt = await writeIn(app, graceMiller, { files: [id] });
    const token = new URL(receipt.statusUrl).searchParams.get("t");
    const shown = await http.inject({ url: `/api/files/${id}?t=${token}` });
    expect(shown.statusCode).toBe(200);
    expect(shown.headers).toMatchObject({
      "content-type": "image/png",
      "x-content-type-options": "nosniff",
    });
    expect(shown.headers["content-security-policy"]).toContain("sandbox");
    expect((await http.inject({ url: `/api/files/${id}` })).statusCode).toBe(401);
    for (const forged of ["forged", `${token}${"x".repeat(200)}`])
      expect((await http.inject({ url: `/api/files/${id}?t=${forged}` })).statusCode).toBe(403);
    const other = await writeIn(app, graceMiller);
    const otherToken = new URL(other.statusUrl).searchParams.get("t");
    expect((await http.inject({ url: `/api/files/${id}?t=${otherToken}` })).statusCode).toBe(404);
    const cookie = await signIn(app, "mia");
    expect((await http.inject({ url: `/api/files/${id}`, headers: { cookie } })).statusCode).toBe(
      200,
    );
  });

  test.each([
    ["a program named .png", Buffer.from("7f454c4602010100", "hex"), 415, "file_type_refused"],
    [
      "a page named .png",
      Buffer.from("<html><script>alert(1)</script></html>"),
      415,
      "file_type_refused",
    ],
    [
      "a drawing with script",
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      415,
      "file_type_refused",
    ],
    ["an empty file", Buffer.alloc(0), 400, "file_empty"],
    ["a file over the limit", Buffer.concat([png, Buffer.alloc(70_000)]), 413, "file_too_large"],
  ])(
    "%s is refused in the reader's language, and nothing stays",
    async (_, bytes, status, code) => {
      const http = await app.http();
      const before = await app.deps.db.attachment.count();
      const answer = await http.inject({ ...upload("photo.png", bytes), ...from("198.51.100.2") });
      expect(answer.statusCode).toBe(status);
      expect(answer.json().problem.code).toBe(code);
      expect(await app.deps.db.attachment.count()).toBe(before);
      const zh = await http.inject({
        ...upload("photo.png", bytes),
        ...from("198.51.100.3"),
        headers: { ...upload("", bytes).headers, "x-locale": "zh" },
      });
      expect(zh.json().problem.message).toMatch(/[\u4e00-\u9fff]/);
    },
  );
});

describe("too much at once", () => {
  test("from one address is refused with the time to wait; another address is not", async () => {
    const http = await app.http();
    const ask = (address: string) =>
      http.inject({
        method: "POST",
        url: "/api/trpc/tickets.nudge",
        payload: superjson.serialize({ token: "x" }),
        ...from(address),
      });
    const codes: string[] = [];
    for (let i = 0; i < 8; i += 1)
      codes.push((await ask("198.51.100.9")).json().error.json.data.problem.code);
    expect(codes).toEqual([...Array(6).fill("link_invalid"), "rate_limited", "rate_limited"]);
    const refused = (await ask("198.51.100.9")).json().error.json;
    expect(refused.message).toContain("Wait 10 minutes");
    expect((await ask("198.51.100.10")).json().error.json.data.problem.code).toBe("link_invalid");
  });

  test("a body of more than a megabyte is refused before it is read", async () => {
    const http = await app.http();
    const answer = await http.inject({
      method: "POST",
      url: "/api/trpc/forms.submit",
      headers: { "content-type": "application/json" },
      payload: JSON.stringify({ json: { description: "x".repeat(1_100_000) } }),
      ...from("198.51.100.11"),
    });
    expect(answer.statusCode).toBe(413);
  });
});

describe("without script", () => {
  const fields = (over: Record<string, string> = {}) => {
    const all: Record<string, string> = {
      locale: "en",
      key: randomUUID(),
      kind: "question",
      subject: "Where is my parcel?",
      description: "It was due <b>yesterday</b>.",
      category: "delivery",
      email: graceMiller.email,
      website: "",
      ...over,
    };
    const boundary = "----plain";
    const parts = Object.entries(all).map(
      ([name, value]) =>
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    return {
      method: "POST" as const,
      url: "/api/contact",
      headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
      payload: `${parts.join("")}--${boundary}--\r\n`,
    };
  };

  test("the ticket waits for the click in the mail, and enters the queue with it, once", async () => {
    const http = await app.http();
    const sent = await http.inject({ ...fields(), ...from("198.51.100.20") });
    expect(sent.statusCode).toBe(200);
    expect(sent.headers["content-type"]).toContain("text/html");
    await app.ring();
    const mail = app.mails.at(-1)!;
    expect(mail.subject).toContain("Please confirm");
    const [link] = /http\S+confirm\S+/.exec(mail.text)!;
    const before = await app.deps.db.ticket.count({ where: { status: "new" } });
    const path = new URL(link).pathname + new URL(link).search;
    for (let i = 0; i < 2; i += 1) {
      const confirmed = await http.inject({ url: path, ...from("198.51.100.20") });
      expect(confirmed.statusCode).toBe(303);
      expect(confirmed.headers.location).toContain("/en/ticket/?t=");
    }
    expect(await app.deps.db.ticket.count({ where: { status: "new" } })).toBe(before + 1);
    for (const signature of ["AAAA", "A".repeat(101)]) {
      const url = path.replace(/signature=..../, `signature=${signature}`);
      expect((await http.inject({ url, ...from("198.51.100.20") })).statusCode).toBe(403);
    }
  });

  test("until the click the desk doesn't see it among the customer's other tickets", async () => {
    const { number } = await writeIn(app, graceMiller);
    const others = async () => (await app.as(staff.mia).tickets.get({ number })).history;
    const before = await others();
    const http = await app.http();
    await http.inject({ ...fields(), ...from("198.51.100.23") });
    expect(await others()).toEqual(before);
    expect(before.map(({ status }) => status)).not.toContain("unconfirmed");
  });

  test("a refusal shows what was typed, escaped, in the reader's language", async () => {
    const http = await app.http();
    const answer = await http.inject({
      ...fields({ email: "nonsense", locale: "zh" }),
      ...from("198.51.100.21"),
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain("邮箱格式不对");
    expect(answer.body).toContain("It was due &lt;b&gt;yesterday&lt;/b&gt;.");
  });

  test("a machine that fills everything is told apart", async () => {
    const http = await app.http();
    const answer = await http.inject({
      ...fields({ website: "http://spam.example" }),
      ...from("198.51.100.22"),
    });
    expect(answer.statusCode).toBe(400);
  });
});

describe("the front door", () => {
  test("a wrong password is refused, and who left may not come in", async () => {
    await expect(signIn(app, "mia")).resolves.toContain("answerable");
    const http = await app.http();
    const payload = { email: "mia@heronby.example", password: "something else" };
    const wrong = await http.inject({ method: "POST", url: "/api/auth/sign-in/email", payload });
    expect(wrong.statusCode).toBe(401);
    const cookie = await signIn(app, "tom");
    await app.deps.db.user.update({
      where: { email: "tom@heronby.example" },
      data: { active: false },
    });
    const me = await http.inject({ url: "/api/trpc/accounts.me", headers: { cookie } });
    expect(me.json().result.data.json).toBeNull();
  });

  test("nobody can sign up", async () => {
    const http = await app.http();
    const payload = { email: "x@mail.example", password: "long enough to be one", name: "X" };
    const answer = await http.inject({ method: "POST", url: "/api/auth/sign-up/email", payload });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(await app.deps.db.user.count({ where: { email: "x@mail.example" } })).toBe(0);
  });

  test("every answer carries the security headers", async () => {
    const http = await app.http();
    const { headers } = await http.inject({ url: "/api/health" });
    expect(headers["content-security-policy"]).toContain("default-src 'self'");
    expect(headers["content-security-policy"]).not.toContain("'unsafe-eval'");
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "SAMEORIGIN",
    });
  });
});
