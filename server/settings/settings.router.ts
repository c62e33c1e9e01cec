import { z } from "zod";
import { router, staff } from "../trpc.ts";
import { settingKindSchema } from "./kinds.ts";
import { asFile, check, readFile, restore, save, versions } from "./settings.service.ts";

const kind = settingKindSchema;
const note = z.string().trim().max(500).default("");
const version = z.int().positive();
const manager = staff("lead", "admin");

export const settingsRouter = router({
  current: staff()
    .input(z.object({ kind }))
    .query(({ ctx, input }) => ctx.deps.settings.current(input.kind)),
  version: manager
    .input(z.object({ kind, version }))
    .query(({ ctx, input }) => ctx.deps.settings.version(input.kind, input.version)),
  /** Policies and calendars of a version, for everybody who reads clocks. */
  book: staff()
    .input(z.object({ version }))
    .query(({ ctx, input }) => ctx.deps.settings.version("sla", input.version)),
  versions: manager
    .input(z.object({ kind }))
    .query(({ ctx, input }) => versions(ctx.deps, input.kind)),
  /** Changes nothing; a mutation because a document is too long for an address. So is `readFile`. */
  check: manager
    .input(z.object({ kind, data: z.unknown() }))
    .mutation(({ ctx, input }) => check(ctx.deps, input.kind, input.data)),
  save: manager
    .input(z.object({ kind, data: z.unknown(), note, base: z.int().nonnegative() }))
    .mutation(({ ctx, input }) => save(ctx.deps, ctx.agent, input)),
  restore: manager
    .input(z.object({ kind, version, note, base: z.int().nonnegative() }))
    .mutation(({ ctx, input }) => restore(ctx.deps, ctx.agent, input)),
  asFile: manager
    .input(z.object({ kind, version }))
    .query(({ ctx, input }) => asFile(ctx.deps, input.kind, input.version)),
  readFile: manager
    .input(z.object({ kind, text: z.string().max(2_000_000) }))
    .mutation(({ ctx, input }) => readFile(ctx.deps, input.kind, input.text)),
});
