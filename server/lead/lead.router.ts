import { router, staff } from "../trpc.ts";
import { board } from "./board.service.ts";
import { loadOf } from "./load.service.ts";
import { weekOf } from "./week.service.ts";

const lead = staff("lead", "admin");

export const leadRouter = router({
  /** Who waits without a word, promises, escalations and late clocks, now. */
  board: lead.query(({ ctx }) => board(ctx.deps)),
  /** What each person carries; read apart, as it reads a week. */
  load: lead.query(({ ctx }) => loadOf(ctx.deps)),
  /** Five cases of the last week, to be talked over. */
  week: lead.query(({ ctx }) => weekOf(ctx.deps)),
});
