import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import { ZodError } from "zod";
import type { Locale } from "../content/schema.ts";
import type { Agent, Deps, Role } from "./deps.ts";
import { Problem, type ProblemCode } from "./errors.ts";
import { problemText } from "./problemtext.ts";

/** One request: what may be reached, who asks, in which language to refuse. */
export type Context = {
  deps: Deps;
  agent: Agent | null;
  locale: Locale;
  /** The client's address, for limits only; never stored. */
  ip: string;
  /** Browser's name as sent. */
  userAgent: string;
  /** Counts this request for its address. @throws Problem `rate_limited` when there were too many. */
  limit(): Promise<void>;
};

const t = initTRPC.context<Context>().create({
  transformer: superjson,
  sse: {
    ping: { enabled: true, intervalMs: 15_000 },
    client: { reconnectAfterInactivityMs: 40_000 },
  },
  errorFormatter({ shape, error, ctx }) {
    const problem = problemOf(error);
    const locale = ctx?.locale ?? "en";
    return {
      ...shape,
      message: problemText(problem, locale),
      data: {
        code: shape.data.code,
        httpStatus: problem.status,
        problem: { code: problem.code as ProblemCode, params: problem.params },
      },
    };
  },
});

/** The refusal behind an error; anything else is a fault of ours and says no more than that. */
export function problemOf(error: unknown): Problem {
  const cause = error instanceof TRPCError ? (error.cause ?? error) : error;
  if (cause instanceof Problem) return cause;
  if (cause instanceof ZodError)
    return new Problem("invalid_input", { field: cause.issues[0]?.path.join(".") ?? "" });
  if (isDatabaseAway(cause)) return new Problem("database_unavailable");
  if (error instanceof TRPCError && error.code === "NOT_FOUND") return new Problem("not_found");
  return new Problem("internal");
}

/** The database refused or lost the connection: temporary, and said so. */
export function isDatabaseAway(error: unknown): boolean {
  const text = String((error as Error)?.message ?? "");
  const code = String((error as { code?: string })?.code ?? "");
  return (
    [
      "P1001",
      "P1002",
      "P1008",
      "P1017",
      "P2024",
      "P2028",
      "P2037",
      "ECONNREFUSED",
      "ECONNRESET",
      "57P01",
      "57P03",
    ].includes(code) ||
    /ECONNREFUSED|Connection terminated|timeout exceeded when trying to connect|the database system is (starting|shutting)|Can't reach database|Server has closed the connection|DatabaseNotReachable|ConnectionClosed/i.test(
      text,
    )
  );
}

/** Faults of ours are logged once, here; refusals are answers, not faults. */
const logged = t.middleware(async ({ ctx, path, next }) => {
  const result = await next();
  if (!result.ok && problemOf(result.error).status >= 500) {
    ctx.deps.log.error({ err: result.error.cause ?? result.error, path }, "request failed");
  }
  return result;
});

export const router = t.router;
/** Anybody. */
export const open = t.procedure.use(logged);

/** Anybody, as often as an address may: for what changes something. */
export const limited = open.use(async ({ ctx, next }) => {
  await ctx.limit();
  return next();
});

/** Staff with one of the roles; without roles, any staff. Names come in the language of their screen. */
export const staff = (...roles: Role[]) =>
  open.use(({ ctx, next }) => {
    if (!ctx.agent) throw new Problem("sign_in_required");
    if (roles.length > 0 && !roles.includes(ctx.agent.role)) throw new Problem("not_allowed");
    return next({ ctx: { ...ctx, agent: { ...ctx.agent, locale: ctx.locale } } });
  });

export const callerFactory = t.createCallerFactory;
