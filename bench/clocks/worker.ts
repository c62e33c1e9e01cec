/** A worker in a process of its own: says when it is ready, sweeps when it is told, says how that went. */
import { sweepClocks } from "../../server/tickets/sweep.service.ts";
import { openDesk } from "./desk.ts";
import { measureRederive } from "./rederive.ts";

/** `cpuMs` is the processor time of this process; unlike `ms` it says little of what else is running. */
export type Swept = { ms: number; cpuMs: number; settled: number; rssMb: number };

const [url, at] = process.argv.slice(2);
const { deps, close } = await openDesk(url!, new Date(at!));
// The real one has been counting clocks for a while, too.
measureRederive(50, 2);
process.send!("ready");
process.on("message", async () => {
  const [begun, before] = [performance.now(), process.cpuUsage()];
  const settled = await sweepClocks(deps);
  const ms = performance.now() - begun;
  const { user, system } = process.cpuUsage(before);
  const cpuMs = (user + system) / 1000;
  const rssMb = process.resourceUsage().maxRSS / 1024;
  process.send!({ ms, cpuMs, settled, rssMb } satisfies Swept);
});
process.on("disconnect", () => close());
