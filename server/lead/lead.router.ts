import { router, staff } from "../trpc.ts";
import { board } from "./board.service.ts";
import { loadOf } from "./load.service.ts";

const lead = staff("lead", "admin");

export const leadRouter = router({
  /** Who waits without a word, promises, escalations and late clocks, now. */
  board: lead.query(({ ctx }) => board(ctx.deps)),
  /** What each person carries; read apart, as it reads a week. */
  load: lead.query(({ ctx }) => loadOf(ctx.deps)),
});
