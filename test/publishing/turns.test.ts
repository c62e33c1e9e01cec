import { expect, test } from "vitest";
import { openTurns } from "#server/publishing/turns.ts";

const pause = () => new Promise((resolve) => setTimeout(resolve, 5));

test("one follows the other, and each tells early what others can see already", async () => {
  const turns = openTurns();
  const told: string[] = [];
  const work = (name: string) => async (found: () => void) => {
    told.push(`${name} begins`);
    await pause();
    found();
    await pause();
    told.push(`${name} is done`);
    return name;
  };
  const [first, second] = [turns.take(work("one")), turns.take(work("two"))];
  await first.found;
  expect(told).toEqual(["one begins"]);
  expect(await second.done).toBe("two");
  expect(told).toEqual(["one begins", "one is done", "two begins", "two is done"]);
});

test("a failure is told to whoever waits, and the next goes on", async () => {
  const turns = openTurns();
  const early = turns.take(async () => {
    throw new Error("no space left");
  });
  const late = turns.take(async (found) => {
    found();
    await pause();
    throw new Error("no space left either");
  });
  const after = turns.take(async (found) => found());
  await expect(early.found).rejects.toThrow("no space left");
  await expect(early.done).rejects.toThrow("no space left");
  await expect(late.found).resolves.toBeUndefined();
  await expect(late.done).rejects.toThrow("either");
  await expect(after.done).resolves.toBeUndefined();
  await expect(turns.settled()).resolves.toBeUndefined();
});
