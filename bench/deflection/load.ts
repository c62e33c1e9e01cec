/**
 * Readers' browsers, many at once, as the help center hears of them. A thread of its own, so that what
 * is measured beside it doesn't wait for it.
 */
import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { percentile } from "../../test/product.ts";

const agent = new Agent({ keepAlive: true, maxSockets: 512 });
const browser = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:150.0) Gecko/20100101 Firefox/150.0";

type Answered = { ms: number; status: number };

/** Posts a body as a reader of some network does. `ms` counts from `due`, when it should have left. */
function post(
  url: string,
  body: string,
  { n, due = performance.now() }: { n: number; due?: number },
): Promise<Answered> {
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    "user-agent": browser,
    "accept-language": "en",
    "x-forwarded-for": `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`,
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: "POST", agent, headers }, (response) => {
      response.resume();
      response.once("end", () =>
        resolve({ ms: performance.now() - due, status: response.statusCode! }),
      );
    });
    sent.once("error", reject);
    sent.end(body);
  });
}

/** Events of one beacon: a visit sends its page views, readings and searches a few at a time. */
const beaconSizes = [1, 2, 3, 4, 6, 8] as const;
const eventsPerBeacon = beaconSizes.reduce<number>((a, b) => a + b, 0) / beaconSizes.length;

function beaconBody(n: number): { body: string; events: number } {
  const events = beaconSizes[n % beaconSizes.length]!;
  const list = Array.from({ length: events }, (_, i) => eventText(n, i));
  return { body: `{"v":1,"locale":"en","events":[${list.join(",")}]}`, events };
}

function eventText(n: number, i: number): string {
  const id = randomUUID();
  const article = `kb-${String(100 + ((n * 7 + i) % 900)).padStart(6, "0")}`;
  const at = i * 4000;
  if (i % 3 === 0) return `{"id":"${id}","type":"article_view","at":${at},"article":"${article}"}`;
  if (i % 3 === 1)
    return `{"id":"${id}","type":"article_leave","at":${at},"article":"${article}","n":31000}`;
  return `{"id":"${id}","type":"search","at":${at},"n":${n % 5}}`;
}

export type Load = {
  events: number;
  accepted: number;
  seconds: number;
  p50Ms: number;
  p99Ms: number;
  errors: number;
};

function told(answers: readonly Answered[], events: number, seconds: number): Load {
  const times = answers.map(({ ms }) => ms);
  return {
    events,
    accepted: answers.filter(({ status }) => status === 204).length,
    seconds: Math.round(seconds * 10) / 10,
    p50Ms: Math.round(percentile(times, 0.5) * 10) / 10,
    p99Ms: Math.round(percentile(times, 0.99) * 10) / 10,
    errors: answers.filter(({ status }) => status !== 204).length,
  };
}

/** As fast as so many connections go: each sends again when it was answered. */
async function asFastAs(url: string, clients: number, seconds: number): Promise<Load> {
  const answers: Answered[] = [];
  let [events, n] = [0, 0];
  const started = performance.now();
  const until = started + seconds * 1000;
  const client = async () => {
    while (performance.now() < until) {
      n += 1;
      const beacon = beaconBody(n);
      events += beacon.events;
      answers.push(await post(url, beacon.body, { n }));
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return told(answers, events, (performance.now() - started) / 1000);
}

/** At a steady rate, whatever the answers take: what is late counts from when it was due. */
async function atRate(url: string, eventsPerS: number, seconds: number): Promise<Load> {
  const every = (1000 * eventsPerBeacon) / eventsPerS;
  const started = performance.now();
  const total = Math.round((seconds * 1000) / every);
  const answers: Promise<Answered>[] = [];
  let events = 0;
  for (let n = 0; n < total; ) {
    const now = performance.now();
    for (; n < total && started + n * every <= now; n += 1) {
      const beacon = beaconBody(n);
      events += beacon.events;
      answers.push(post(url, beacon.body, { n, due: started + n * every }));
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return told(await Promise.all(answers), events, (performance.now() - started) / 1000);
}

/** As fast as so many `clients` are answered, or at so many events a second whatever they wait. */
type Order = { url: string; seconds: number } & ({ clients: number } | { eventsPerS: number });

export function load(order: Order): Promise<Load> {
  const worker = new Worker(new URL(import.meta.url), { workerData: order });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

if (!isMainThread) {
  const order: Order = workerData;
  const { url, seconds } = order;
  const done =
    "clients" in order
      ? asFastAs(url, order.clients, seconds)
      : atRate(url, order.eventsPerS, seconds);
  done.then((figures) => {
    parentPort!.postMessage(figures);
    agent.destroy();
  });
}
