/** `POST /api/events`: where the help center's pages send what beacon.ts describes. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Agent, Deps } from "../deps.ts";
import { armFor } from "./arms.service.ts";
import { openIngest } from "./ingest.service.ts";
import { watchPressure } from "./pressure.service.ts";
import { trafficOf } from "./traffic.ts";

type Options = { deps: Deps; agentOf(request: FastifyRequest): Promise<Agent | null> };

const largestBody = 32 * 1024;
/** Beacons of one address in ten minutes: an office full of readers stays below it. */
const perAddress = 3000;

export async function eventRoutes(
  http: FastifyInstance,
  { deps, agentOf }: Options,
): Promise<void> {
  const ingest = openIngest(deps);
  const pressure = watchPressure();
  http.addHook("onClose", () => {
    pressure.stop();
    return ingest.flush();
  });
  // Decided before the body is read: in a flood even reading would take time from the desk.
  http.addHook("onRequest", async ({ method }, reply) => {
    if (method !== "POST" || (pressure.admits() && !ingest.isFull())) return;
    ingest.shed();
    await reply.status(204).send();
  });
  // A beacon may come as text, and one that can't be read is no reason to answer anything else.
  http.removeAllContentTypeParsers();
  http.addContentTypeParser("*", { parseAs: "string" }, (_, body, done) => done(null, body));
  /** Asked by the contact form just before it would show suggestions. */
  http.get("/api/arm", async (request, reply) => {
    void reply.header("cache-control", "no-store");
    const isCounted = !refusesTracking(request) && !(await agentOf(request));
    return isCounted ? armFor(deps, senderOf(request)) : { arm: "T", except: [] };
  });
  const config = { bodyLimit: largestBody, config: { rateLimit: { max: perAddress } } };
  http.post("/api/events", config, async (request, reply) => {
    if (!refusesTracking(request)) {
      ingest.accept(parsed(request.body), {
        sender: senderOf(request),
        traffic: await trafficOfRequest(request, agentOf),
      });
    }
    return reply.status(204).send();
  });
}

const senderOf = ({ ip, headers }: FastifyRequest) => ({
  ip,
  userAgent: headers["user-agent"] ?? "",
});

/** Do Not Track and Global Privacy Control: then nothing is kept at all. */
const refusesTracking = ({ headers }: FastifyRequest): boolean =>
  headers.dnt === "1" || headers["sec-gpc"] === "1";

async function trafficOfRequest(request: FastifyRequest, agentOf: Options["agentOf"]) {
  return trafficOf({
    userAgent: request.headers["user-agent"] ?? "",
    acceptLanguage: request.headers["accept-language"] ?? "",
    // Only staff have a session to look up; while that can't be done, nobody is taken for a reader.
    isStaff: await agentOf(request).then(Boolean, () => true),
  });
}

function parsed(body: unknown): unknown {
  try {
    return JSON.parse(String(body));
  } catch {
    return null;
  }
}
