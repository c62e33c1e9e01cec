import { afterAll, beforeAll, expect, test } from "vitest";
import { questionId, questionOf } from "../../server/deflection/question.ts";
import { nameQuestions } from "../../server/deflection/questions.service.ts";
import { countVisits } from "../../server/deflection/rollups.service.ts";
import { type TestApp, testApp } from "../app.ts";
import { graceMiller, hireStaff, writeIn } from "../cast.ts";
import { readerOf } from "./reader.ts";

let app: TestApp;
let staff: Awaited<ReturnType<typeof hireStaff>>;
beforeAll(async () => {
  app = await testApp();
  staff = await hireStaff(app);
});
afterAll(async () => {
  await app.ring();
  await app.stop();
});

test.each([
  ["Camera offline", "offline, camera!", true],
  ["ＣＡＭＥＲＡ  offline", "camera offline", true],
  ["退款多久到账", "退款多久到账？", true],
  ["camera offline", "camera online", false],
])("%s and %s are one question: %s", (one, other, same) => {
  expect(questionOf(one) === questionOf(other)).toBe(same);
  expect(questionOf(one)).toMatch(/^[0-9a-f]{16}$/);
});

test("a question has words when five visits have asked it and somebody sent it with a ticket", async () => {
  const asks = (i: number, text: string) =>
    readerOf(app, { ip: `198.51.${i}.9` }).told({
      type: "search",
      n: 0,
      question: questionOf(text),
    });
  const secret = "my mail is grace.miller@mail.example";
  for (let i = 0; i < 4; i += 1) await asks(i, "camera offline at night");
  for (let i = 0; i < 6; i += 1) await asks(i, secret);
  for (let i = 0; i < 6; i += 1) await asks(i, "nobody sent this");
  await countVisits(app.deps);
  const searches = ["camera offline at night", secret];
  await writeIn(app, graceMiller, {}, { context: { timeZone: "UTC", searches } });
  expect(await nameQuestions(app.deps)).toBe(0);
  await asks(5, "Camera, offline at night");
  await countVisits(app.deps);
  expect(await nameQuestions(app.deps)).toBe(1);
  expect(await nameQuestions(app.deps)).toBe(1);
  const filter = { from: "2026-11-18", to: "2026-11-18" };
  const { tables } = await app.as(staff.xiaowen).insight.report({ view: "search", filter });
  const told = tables[0]!.rows.map(({ key, name, cells }) => [key, name, cells.zero_rate!.n]);
  const id = (text: string) => questionId(questionOf(text)).toString();
  expect(told).toHaveLength(3);
  expect(told).toContainEqual([id("camera offline at night"), "camera offline at night", 5]);
  // Whatever is personal has no words, and neither has what nobody sent.
  expect(told).toContainEqual([id(secret), null, 6]);
  expect(told).toContainEqual([id("nobody sent this"), null, 6]);
});
