/** Posts to addresses that other people chose, without letting them reach into our own network. */
import { type LookupAddress, lookup } from "node:dns";
import { request as httpRequest, type RequestOptions } from "node:http";
import { request as httpsRequest } from "node:https";
import { BlockList, isIPv6, type LookupFunction } from "node:net";
import { promisify } from "node:util";
import type { DeliveryError } from "./webhookevents.ts";

/** `status`: what the receiver answered; null = nothing. `error`: empty where it took the delivery. */
export type Answer = { status: number | null; error: DeliveryError | "" };

export type PostOptions = {
  /** Also to http: addresses, and into private networks. */
  allowPrivate: boolean;
  /** For everything together, from the name to the answer. */
  timeoutMs?: number;
};

/** Not the public internet: loopback, private, link-local, carrier, documentation, multicast, reserved. */
const notPublic = new BlockList();
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const)
  notPublic.addSubnet(network, bits, "ipv4");

// Of IPv6 only 2000::/3 is public, and in it not what leads to IPv4 or is kept for examples.
const publicV6 = new BlockList();
publicV6.addSubnet("2000::", 3, "ipv6");
for (const [network, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  notPublic.addSubnet(network, bits, "ipv6");

export function isPublicAddress(address: string): boolean {
  if (!isIPv6(address)) return !notPublic.check(address, "ipv4");
  return publicV6.check(address, "ipv6") && !notPublic.check(address, "ipv6");
}

/** One POST. Every way to fail is an answer; a redirect is not followed. */
export async function post(
  url: string,
  body: string,
  headers: Record<string, string>,
  { allowPrivate, timeoutMs = 10_000 }: PostOptions,
): Promise<Answer> {
  const target = new URL(url);
  if (target.protocol !== "https:" && !allowPrivate) return { status: null, error: "insecure" };
  const signal = AbortSignal.timeout(timeoutMs);
  const addresses = await resolve(target.hostname, signal);
  if (typeof addresses === "string") return { status: null, error: addresses };
  if (!allowPrivate && !addresses.every(({ address }) => isPublicAddress(address)))
    return { status: null, error: "private_address" };
  const options = { method: "POST", headers, signal, agent: false, lookup: known(addresses) };
  return exchange(target, body, options);
}

const find = promisify(lookup);

async function resolve(
  hostname: string,
  signal: AbortSignal,
): Promise<LookupAddress[] | DeliveryError> {
  const name = hostname.replace(/^\[|\]$/g, "");
  const late = new Promise<"timeout">((done) =>
    signal.addEventListener("abort", () => done("timeout"), { once: true }),
  );
  const found = find(name, { all: true }).catch((): DeliveryError => "unresolved");
  return Promise.race([found, late]);
}

/** The name was resolved once and what came of it was judged: no other address is ever connected to. */
const known =
  (addresses: LookupAddress[]): LookupFunction =>
  (_name, options, done) => {
    if (options.all) done(null, addresses);
    else done(null, addresses[0]!.address, addresses[0]!.family);
  };

function exchange(target: URL, body: string, options: RequestOptions): Promise<Answer> {
  const request = target.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((done) => {
    const sent = request(target, options, (response) => {
      // What the receiver says besides its status is of no interest, however long it is.
      response.destroy();
      done(judged(response.statusCode ?? 0));
    });
    sent.on("error", (error) => {
      const isLate = error.name === "AbortError" || error.name === "TimeoutError";
      done({ status: null, error: isLate ? "timeout" : "unreachable" });
    });
    sent.end(body);
  });
}

function judged(status: number): Answer {
  if (status >= 200 && status < 300) return { status, error: "" };
  return { status, error: status >= 300 && status < 400 ? "redirected" : "refused" };
}
