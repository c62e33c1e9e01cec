/** Review of a draft: what is shown beside it, and what a person's word on a finding does. */
import { randomUUID } from "node:crypto";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestApp } from "../app.ts";
import { graceMiller, hireStaff, writeIn } from "../cast.ts";
import { publishingApp } from "./site.ts";

let place: Awaited<ReturnType<typeof publishingApp>>;
let app: TestApp;
let staff: Awaited<ReturnType<typeof hireStaff>>;

beforeAll(async () => {
  place = await publishingApp();
  app = place.app;
  // The readers' search, which the duplicate check asks.
  const search = join(app.deps.env.DATA_DIR, "site/search");
  cpSync(join(place.siteDir, "search"), search, { recursive: true });
  staff = await hireStaff(app);
});
afterAll(() => place.stop());

/** A draft that Mia made of a solved ticket of Grace's. */
async function promoted(description: string, subject = "The doorbell talks in French") {
  const { ticketId, number } = await writeIn(app, graceMiller, { subject, description });
  const mia = app.as(staff.mia);
  const { version } = await mia.tickets.get({ number });
  await mia.tickets.solve({
    ticketId,
    version,
    key: randomUUID(),
    body: "1. Open Device > Doorbell > Sound.\n2. Choose English. It should now speak English.",
    causeTag: "how_to",
  });
  const { id } = await mia.articles.promote({ ticketId });
  return { mia, id, draft: await mia.articles.draft({ id }) };
}

type Draft = Awaited<ReturnType<typeof promoted>>["draft"];
const withBody = ({ id, version, category, slug, frontMatter }: Draft, body: string) => ({
  id,
  version,
  category,
  slug,
  frontMatter,
  body,
});

test("the page of a draft says who wrote it and from which ticket", async () => {
  const { draft } = await promoted("It speaks when somebody presses it.");
  expect(draft).toMatchObject({
    author: { name: "Mia Hartmann" },
    reviewer: null,
    ticket: { number: expect.any(Number) },
    mayReview: "no",
  });
});

describe("the checklist", () => {
  test("judges the ten points and shows the file as it would be written", async () => {
    const { mia, id } = await promoted("It speaks when somebody presses it.");
    const { points, next } = await mia.articles.checklist({ id });
    const verdict = Object.fromEntries(points.map((point) => [point.point, point.verdict]));
    expect(verdict).toEqual({
      unique: "pass",
      customers_words: "pass",
      environment: "fail",
      cause: "pass",
      steps: "open",
      result: "pass",
      title: "pass",
      links: "pass",
      metadata: "fail",
      no_personal_data: "pass",
    });
    expect(next).toMatch(/^---\nid: kb-\d+\ntitle: The doorbell talks in French\n/);
    expect(next).toContain("## Resolution");
  });

  test("knows which links lead somewhere", async () => {
    const { mia, id, draft } = await promoted("It speaks when somebody presses it.");
    const body = [
      "## Issue\n\nSee [the reset](../account/reset-password.md), [its end](#cause),",
      "[nothing](../account/nothing-there.md), [no part](../account/reset-password.md#zeppelin)",
      "and [nowhere](#nowhere).\n\n## Cause\n\nUnknown.\n",
    ].join(" ");
    await mia.articles.save(withBody(draft, body));
    const { points } = await mia.articles.checklist({ id });
    expect(points.find(({ point }) => point === "links")).toEqual({
      point: "links",
      verdict: "fail",
      reason: "link_broken",
      details: ["../account/nothing-there.md", "../account/reset-password.md#zeppelin", "#nowhere"],
    });
  });

  test("names the article that says the same", async () => {
    const { articles } = await app.as(staff.mia).articles.list();
    const first = articles.find(({ locale }) => locale === "en")!;
    const { mia, id } = await promoted("The same question again.", first.title);
    const { similar, points } = await mia.articles.checklist({ id });
    expect(similar[0]).toMatchObject({ articleId: first.articleId, verdict: "stop" });
    expect(points[0]).toMatchObject({ point: "unique", verdict: "fail", reason: "duplicate" });
  });
});

describe("what patterns find in the text as it is now", () => {
  test("names of the ticket's people are found though they were typed afterwards", async () => {
    const { mia, id, draft } = await promoted("It speaks when somebody presses it.");
    await mia.articles.save(withBody(draft, `${draft.body}\nGrace Miller asked this.\n`));
    const { questions } = await mia.articles.draft({ id });
    expect(questions.found).toEqual([
      { kind: "NAME", text: "Grace Miller", before: "", after: " asked this." },
    ]);
  });

  test("stays where a person says that it isn't personal", async () => {
    const { mia, id, draft } = await promoted("It speaks when somebody presses it.");
    const { version } = await mia.articles.save(
      withBody(draft, `${draft.body}\nThe carrier answers at +44 20 7946 0958.\n`),
    );
    const before = await mia.articles.draft({ id });
    expect(before.questions.found).toEqual([
      { kind: "PHONE_INTL", text: "+44 20 7946 0958", before: " answers at ", after: "." },
    ]);
    const keep = ["+44 20 7946 0958", "not in the text"];
    await mia.articles.decide({ id, version, decisions: [], keep });
    const after = await mia.articles.draft({ id });
    expect(after.questions.found).toEqual([]);
    expect(after.redactions.slice(draft.redactions.length)).toMatchObject([
      { kind: "PHONE_INTL", source: "text", original: "+44 20 7946 0958", decision: "kept" },
    ]);
    expect(new Set(after.redactions.map((entry) => entry.id)).size).toBe(after.redactions.length);
  });

  test("kept text returns where it stood, after another was kept and the text was edited", async () => {
    const { mia, id, draft } = await promoted(
      "My doorbell is order HB-20261102-77. The chime is order HB-20261103-88.",
    );
    const keep = async (original: string, version: number) => {
      const { redactions } = await mia.articles.draft({ id });
      const finding = redactions.find((entry) => entry.original === original)!;
      const decisions = [{ id: finding.id, decision: "kept" as const }];
      return mia.articles.decide({ id, version, decisions });
    };
    const edited = draft.body.replace("The chime is", "And the new chime is");
    const { version } = await mia.articles.save(withBody(draft, edited));
    const { version: next } = await keep("HB-20261103-88", version);
    const one = await mia.articles.draft({ id });
    expect(one.body).toContain(
      "My doorbell is order \\[ORDER]. And the new chime is order HB-2026",
    );
    await keep("HB-20261102-77", next);
    const both = await mia.articles.draft({ id });
    expect(both.body).toContain(
      "is order HB-20261102-77. And the new chime is order HB-20261103-88",
    );
  });

  test("kept text of the subject returns to the title as well", async () => {
    const subject = "order #A1B2C-2026-0099 has not arrived";
    const { mia, id, draft } = await promoted("Nothing came so far.", subject);
    expect(draft.frontMatter.title).toContain("[ORDER]");
    const finding = draft.redactions.find(({ source }) => source === "subject")!;
    const decisions = [{ id: finding.id, decision: "kept" as const }];
    await mia.articles.decide({ id, version: draft.version, decisions });
    const { frontMatter, body } = await mia.articles.draft({ id });
    expect(frontMatter.title).toBe(subject);
    expect(body).toContain("A1B2C-2026-0099");
  });
});

test("an empty section is named, and keeps the draft from review", async () => {
  const { mia, id, draft } = await promoted("It speaks when somebody presses it.");
  await mia.articles.save(withBody(draft, "## Issue\n\nIt speaks.\n\n## Resolution\n"));
  const { empty, version } = await mia.articles.draft({ id });
  expect(empty).toEqual(["Resolution"]);
  await expect(mia.articles.submit({ id, version })).rejects.toMatchObject({
    message: "draft_incomplete",
    cause: { params: { missing: "Resolution" } },
  });
});

test("a title that is too long is refused in the words of who wrote it", async () => {
  const { mia, draft } = await promoted("It speaks when somebody presses it.");
  const frontMatter = { ...draft.frontMatter, title: "x".repeat(121) };
  const long = { ...withBody(draft, draft.body), frontMatter };
  await expect(mia.articles.save(long)).rejects.toMatchObject({
    cause: { params: { reason: "title is too long: 120 at most" } },
  });
  await expect(app.as(staff.xiaowen).articles.save(long)).rejects.toMatchObject({
    cause: { params: { reason: "title 太长，最多 120" } },
  });
});
