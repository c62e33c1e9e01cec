/** A POST to an address that somebody typed in: where it may go, and every way it may fail. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { isPublicAddress, post } from "../../server/notices/post.service.ts";
import { openReceiver, type Receiver } from "./receiver.ts";

let receiver: Receiver;
beforeAll(async () => {
  receiver = await openReceiver();
});
beforeEach(() => {
  receiver.received.length = 0;
});
afterAll(() => receiver.close());

const send = (url: string, over: { allowPrivate?: boolean; timeoutMs?: number } = {}) =>
  post(url, "{}", { "content-type": "application/json" }, { allowPrivate: true, ...over });

describe("what comes of it", () => {
  test.each([
    [200, { status: 200, error: "" }],
    [204, { status: 204, error: "" }],
    [404, { status: 404, error: "refused" }],
    [500, { status: 500, error: "refused" }],
    [302, { status: 302, error: "redirected" }],
  ])("an answer of %i", async (answer, outcome) => {
    receiver.answers.push(answer);
    expect(await send(receiver.url)).toEqual(outcome);
    // A redirect is not followed.
    expect(receiver.received.map(({ url }) => url)).toEqual(["/hooks"]);
  });

  test("silence ends with the time it is given", async () => {
    receiver.answers.push("silence");
    expect(await send(receiver.url, { timeoutMs: 150 })).toEqual({
      status: null,
      error: "timeout",
    });
  });

  test("nobody there, and a name that doesn't exist", async () => {
    const closed = await openReceiver();
    await closed.close();
    expect(await send(closed.url)).toEqual({ status: null, error: "unreachable" });
    expect(await send("http://nobody.invalid/")).toEqual({ status: null, error: "unresolved" });
  });
});

describe("the private network", () => {
  test.each([
    "https://127.0.0.1/",
    "https://localhost/",
    "https://[::1]/",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://169.254.169.254/latest/meta-data",
    "https://[::ffff:10.0.0.1]/",
  ])("%s is refused before anything is sent", async (url) => {
    expect(await send(url, { allowPrivate: false })).toEqual({
      status: null,
      error: "private_address",
    });
  });

  test("plain http is refused, unless private addresses are allowed", async () => {
    expect(await send(receiver.url, { allowPrivate: false })).toEqual({
      status: null,
      error: "insecure",
    });
    expect(receiver.received).toEqual([]);
  });

  test.each([
    ["8.8.8.8", true],
    ["172.15.255.255", true],
    ["172.16.0.1", false],
    ["172.31.255.255", false],
    ["192.168.1.1", false],
    ["100.64.0.1", false],
    ["0.0.0.0", false],
    ["224.0.0.1", false],
    ["255.255.255.255", false],
    ["2606:4700::1111", true],
    ["::", false],
    ["::1", false],
    ["fe80::1", false],
    ["fd00::1", false],
    ["ff02::1", false],
    ["::ffff:8.8.8.8", false],
    ["64:ff9b::a00:1", false],
    ["2002:a00:1::", false],
    ["2001:db8::1", false],
  ])("%s is public: %s", (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic);
  });
});
