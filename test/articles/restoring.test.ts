import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Decision, decisionsOf } from "#server/articles/decisions.ts";
import { buildDraft, type ResolvedTicket } from "#server/articles/draft.ts";
import { restore } from "#server/articles/restoring.ts";

const ticket: ResolvedTicket = {
  locale: "en",
  subject: "Two orders",
  firstMessage: "",
  fields: {},
  cause: null,
  resolution: null,
  knownNames: [],
  allowedPhones: [],
};

const writtenFrom = (part: Partial<ResolvedTicket>) => {
  const draft = buildDraft({ ...ticket, ...part });
  return { body: draft.body, entries: decisionsOf(draft) };
};

const about = (entries: readonly Decision[], original: string): Decision =>
  entries.find((entry) => entry.original === original)!;

describe("what isn't personal comes back where it stood", () => {
  const orders = {
    firstMessage: "The camera came with order HB-20261102-77.\nThe hub is order HB-20261103-88.",
  };

  test("and not at the first placeholder of its kind", () => {
    const { body, entries } = writtenFrom(orders);
    const second = about(entries, "HB-20261103-88");
    const after = restore(body, [second], entries);
    expect(after).toContain("The camera came with order \\[ORDER].");
    expect(after).toContain("The hub is order HB-20261103-88.");
  });

  test("after the sentences changed places", () => {
    const { entries } = writtenFrom(orders);
    const body =
      "The hub is order \\[ORDER], it says.\n\nThe new camera came with order [ORDER]!\n";
    expect(restore(body, [about(entries, "HB-20261102-77")], entries)).toBe(
      "The hub is order \\[ORDER], it says.\n\nThe new camera came with order HB-20261102-77!\n",
    );
  });

  test("and takes nobody else's place when its own was written over", () => {
    const { entries } = writtenFrom(orders);
    const body = "The hub is order [ORDER].";
    expect(restore(body, [about(entries, "HB-20261102-77")], entries)).toBe(body);
  });

  test("each time it stood there", () => {
    const { body, entries } = writtenFrom({
      firstMessage:
        "Order HB-20261102-77 is late. Order HB-20261103-88 isn't. I mean HB-20261102-77.",
    });
    expect(restore(body, [about(entries, "HB-20261102-77")], entries)).toContain(
      "Order HB-20261102-77 is late. Order \\[ORDER] isn't. I mean HB-20261102-77.",
    );
  });

  test("in Chinese, where no space parts the words", () => {
    const { body, entries } = writtenFrom({
      locale: "zh",
      firstMessage: "摄像头的订单号是 HB-20261102-77，门铃的订单号是 HB-20261103-88。",
    });
    expect(restore(body, [about(entries, "HB-20261103-88")], entries)).toContain(
      "门铃的订单号是 HB-20261103-88",
    );
  });

  test("a draft of before places were kept gets it at the first placeholder", () => {
    const { body, entries } = writtenFrom(orders);
    const old = entries.map((entry) => ({ ...entry, places: [] }));
    expect(restore(body, [old[0]!], [old[0]!])).toContain(old[0]!.original);
  });
});

test("in whatever order it is decided, everything is back in the end", () => {
  const words = ["late", "camera", "the", "order", "hub", "again", "and", "is"];
  const sentence = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 });
  const message = fc.uniqueArray(fc.integer({ min: 10, max: 99 }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(
      message,
      fc.array(sentence, { minLength: 7, maxLength: 7 }),
      fc.nat(),
      (ids, said, turn) => {
        const firstMessage = ids
          .map((id, index) => `${said[index]!.join(" ")} HB-20261102-${id}`)
          .join(", ");
        const { body, entries } = writtenFrom({ firstMessage });
        const first = turn % entries.length;
        const ordered = [...entries.slice(first), ...entries.slice(0, first)];
        let text = body;
        let hidden = entries;
        for (const entry of ordered) {
          text = restore(text, [entry], hidden);
          hidden = hidden.filter((other) => other !== entry);
        }
        expect(text).toBe(buildDraft({ ...ticket, firstMessage }, () => true).body);
      },
    ),
  );
});
