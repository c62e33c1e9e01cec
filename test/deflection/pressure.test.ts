import { expect, test } from "vitest";
import { watchPressure } from "../../server/deflection/pressure.service.ts";

/** Work that leaves nobody else a turn for 80 milliseconds, again and again. */
async function busyFor(milliseconds: number): Promise<void> {
  for (const until = performance.now() + milliseconds; performance.now() < until; ) {
    for (const turn = performance.now() + 80; performance.now() < turn; );
    await new Promise(setImmediate);
  }
}

/** How many of so many beacons at once come in. */
const admitted = ({ admits }: ReturnType<typeof watchPressure>, beacons: number): number =>
  Array.from({ length: beacons }, () => admits()).filter(Boolean).length;

test("a flood is let go while the process is behind, and taken in when it has caught up", async () => {
  const pressure = watchPressure();
  await busyFor(600);
  expect(admitted(pressure, 2000)).toBeLessThanOrEqual(150);
  await expect.poll(() => admitted(pressure, 2000), { timeout: 20_000, interval: 300 }).toBe(2000);
  pressure.stop();
});

test("what readers ordinarily send is taken in however slow the process is", async () => {
  const pressure = watchPressure();
  await busyFor(600);
  expect(admitted(pressure, 100)).toBe(100);
  pressure.stop();
});
