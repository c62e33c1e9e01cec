import { expect, test } from "vitest";
import { engaged, look, startMeter, stir } from "#src/islands/engaged.ts";

const second = 1000;

test("counts while the page is in front of a reader who gives signs of life", () => {
  let meter = startMeter(0, true);
  for (const at of [10, 20, 30, 40]) meter = stir(meter, at * second);
  expect(engaged(look(meter, 45 * second))).toBe(45 * second);
});

test("stops half a minute after the last sign of life, and goes on with the next", () => {
  const meter = stir(startMeter(0, true), 100 * second);
  expect(engaged(meter)).toBe(30 * second);
  expect(engaged(look(meter, 110 * second))).toBe(40 * second);
});

test("counts nothing behind another window", () => {
  const away = stir(startMeter(0, true), 5 * second, false);
  const back = stir(away, 25 * second, true);
  expect(engaged(look(back, 27 * second))).toBe(7 * second);
});

test("counts nothing of a page that was opened behind", () => {
  expect(engaged(look(startMeter(0, false), 20 * second))).toBe(0);
});

test("counts ten minutes at most", () => {
  let meter = startMeter(0, true);
  for (let at = 0; at < 1200; at += 10) meter = stir(meter, at * second);
  expect(engaged(meter)).toBe(600 * second);
});

test("is said in whole seconds", () => {
  expect(engaged(look(startMeter(0, true), 1600))).toBe(2000);
});
