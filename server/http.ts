/** One Fastify server for site, API and console. One policy of security headers stands here. */

import { randomUUID } from "node:crypto";
import compress from "@fastify/compress";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from "@trpc/server/adapters/fastify";
import { isAPIError } from "better-auth/api";
import { fromNodeHeaders } from "better-auth/node";
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
} from "fastify";
import type { Locale } from "../content/schema.ts";
import { attachmentRoutes } from "./attachments/attachments.http.ts";
import type { Auth } from "./auth.ts";
import { eventRoutes } from "./deflection/events.http.ts";
import type { Agent, Deps } from "./deps.ts";
import { Problem } from "./errors.ts";
import { contactRoutes } from "./forms/contact.http.ts";
import { databaseWatch } from "./health.ts";
import { insightRoutes } from "./insight/insight.http.ts";
import { localeOf } from "./language.ts";
import { leadRoutes } from "./lead/lead.http.ts";
import { problemText } from "./problemtext.ts";
import { siteRoutes } from "./publishing/site.http.ts";
import { type AppRouter, appRouter } from "./router.ts";
import { type Context, problemOf } from "./trpc.ts";

/** Largest JSON body: a 20,000-character description in the widest script, with room. */
const bodyLimit = 1024 * 1024;

export async function buildHttp(
  deps: Deps,
  auth: Auth,
  scriptHashes: () => string[],
): Promise<FastifyInstance> {
  const options: FastifyServerOptions = {
    loggerInstance: deps.log.child({}, { level: fastifyLevel(deps.log.level) }),
    logController: new Fastify.LogController({ disableRequestLogging: true }),
    trustProxy: (_, hop) => hop < deps.env.TRUST_PROXY,
    bodyLimit,
    // Event streams never end by themselves.
    forceCloseConnections: true,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 5000, ignoreDuplicateSlashes: true },
  };
  const http = Fastify(options);
  http.setErrorHandler((error, request, reply) => refuse(deps, error, request, reply));
  await http.register(helmet, headers(deps, scriptHashes()));
  await http.register(compress, {
    encodings: ["br", "gzip"],
    customTypes: compressible,
    threshold: 1024,
  });
  await http.register(multipart, {
    limits: { fileSize: deps.env.MAX_FILE_BYTES + 1, files: 10, fieldSize: 200_000, fields: 60 },
  });
  await http.register(rateLimit, limits(deps));
  await http.register(authRoutes, { auth });
  await http.register(fastifyTRPCPlugin, trpcOptions(deps, auth, limiter(http)));
  const withStaff = { deps, agentOf: (request: FastifyRequest) => agentOf(auth, request) };
  await http.register(attachmentRoutes, withStaff);
  await http.register(eventRoutes, withStaff);
  await http.register(insightRoutes, withStaff);
  await http.register(leadRoutes, withStaff);
  await http.register(contactRoutes, { deps });
  await http.register(healthRoutes, { deps });
  await http.register(siteRoutes, { deps });
  return http;
}

/** Where it listens is said by whoever starts it, in words for people. */
const fastifyLevel = (level: string): string => (level === "info" ? "warn" : level);

// Everything that reads as text, except event streams, which must not be held back.
const compressible =
  /^(?!text\/event-stream)(text\/|application\/(json|javascript|xml|rss\+xml|wasm|manifest\+json)|image\/svg)/;

function headers(deps: Deps, hashes: string[]) {
  const secure = deps.env.PUBLIC_URL.startsWith("https:");
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...hashes],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        mediaSrc: ["'self'", "blob:"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", "blob:"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
        ...(secure && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: secure && { maxAge: 31_536_000 },
    // Images of articles may be shown by a site that embeds the help center.
    crossOriginResourcePolicy: { policy: "same-site" as const },
    referrerPolicy: { policy: "strict-origin-when-cross-origin" as const },
  };
}

/** Limits are asked for by what changes something for people without an account. */
const limits = (deps: Deps) => ({
  global: false,
  max: deps.env.RATE_LIMIT,
  timeWindow: 600_000,
  errorResponseBuilder: (_: FastifyRequest, { ttl }: { ttl: number }) => tooMuch(ttl),
});

const tooMuch = (ttlMs: number) =>
  new Problem("rate_limited", { minutes: Math.max(1, Math.ceil(ttlMs / 60_000)) });

/** The same limit for procedures: @throws Problem `rate_limited`. */
function limiter(http: FastifyInstance): (request: FastifyRequest) => Promise<void> {
  const check = http.createRateLimit();
  return async (request) => {
    const outcome = await check(request);
    if (!outcome.isAllowed && outcome.isExceeded) throw tooMuch(outcome.ttl);
  };
}

async function agentOf(auth: Auth, request: FastifyRequest): Promise<Agent | null> {
  if (!request.headers.cookie) return null;
  const headers = fromNodeHeaders(request.headers);
  const session = await auth.api.getSession({ headers }).catch(() => {
    // It hides what went wrong; nothing but the database can.
    throw new Problem("database_unavailable");
  });
  const user = session?.user as
    | { id: string; name: string; role: Agent["role"]; locale: Locale; active: boolean }
    | undefined;
  if (!user?.active) return null;
  return { kind: "agent", id: user.id, name: user.name, role: user.role, locale: user.locale };
}

function trpcOptions(
  deps: Deps,
  auth: Auth,
  limit: (request: FastifyRequest) => Promise<void>,
): FastifyTRPCPluginOptions<AppRouter> & { prefix: string } {
  return {
    prefix: "/api/trpc",
    trpcOptions: {
      router: appRouter,
      createContext: async ({ req }): Promise<Context> => ({
        deps,
        agent: await agentOf(auth, req),
        locale: localeOf(req),
        ip: req.ip,
        userAgent: req.headers["user-agent"] ?? "",
        limit: () => limit(req),
      }),
    },
  };
}

async function authRoutes(http: FastifyInstance, { auth }: { auth: Auth }): Promise<void> {
  http.route({
    method: ["GET", "POST"],
    url: "/api/auth/*",
    async handler(request, reply) {
      const url = new URL(request.url, `${request.protocol}://${request.host}`);
      const init = { method: request.method, headers: fromNodeHeaders(request.headers) };
      const body = request.body === undefined ? {} : { body: JSON.stringify(request.body) };
      const asked = new Request(url, { ...init, ...body });
      const response = await auth.handler(asked).catch(authRefusal);
      reply.status(response.status);
      for (const [name, value] of response.headers) reply.header(name, value);
      return reply.send(response.body ? await response.text() : null);
    },
  });
}

/** Its own refusals are answers; what lies behind the others is for the one place that logs. */
function authRefusal(error: unknown): Response {
  if (!isAPIError(error)) throw error;
  // It hides what went wrong; nothing but the database can.
  if (error.statusCode >= 500) throw new Problem("database_unavailable");
  return Response.json(error.body ?? {}, { status: error.statusCode, headers: error.headers });
}

/** A silent database is an answer here, not a fault: who watches asks every few seconds. */
async function healthRoutes(http: FastifyInstance, { deps }: { deps: Deps }): Promise<void> {
  const isUp = databaseWatch(deps.db);
  http.get("/api/health", async (request, reply) => {
    if (await isUp()) return { ok: true };
    const problem = new Problem("database_unavailable");
    return reply.status(problem.status).send({ ok: false, ...bodyOf(problem, localeOf(request)) });
  });
}

/** One sentence in the reader's language, as JSON; faults of ours are logged once, here. */
function refuse(deps: Deps, error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const problem = knownRefusal(deps, error) ?? problemOf(error);
  if (problem.status >= 500)
    deps.log.error({ err: error, path: request.routeOptions.url }, "request failed");
  return reply.status(problem.status).send(bodyOf(problem, localeOf(request)));
}

const bodyOf = (problem: Problem, locale: Locale) => ({
  problem: { code: problem.code, params: problem.params, message: problemText(problem, locale) },
});

function knownRefusal(deps: Deps, error: unknown): Problem | undefined {
  const megabytes = Math.floor(deps.env.MAX_FILE_BYTES / 2 ** 20);
  const known: Record<string, Problem> = {
    FST_ERR_CTP_BODY_TOO_LARGE: new Problem("too_large"),
    FST_REQ_FILE_TOO_LARGE: new Problem("file_too_large", { megabytes }),
    FST_FILES_LIMIT: new Problem("too_many_files", { max: 10 }),
    FST_ERR_CTP_INVALID_JSON_BODY: new Problem("invalid_input", { field: "json" }),
    FST_ERR_CTP_INVALID_MEDIA_TYPE: new Problem("invalid_input", { field: "content-type" }),
    FST_ERR_CTP_EMPTY_JSON_BODY: new Problem("invalid_input", { field: "body" }),
  };
  return known[(error as { code?: string }).code ?? ""];
}
