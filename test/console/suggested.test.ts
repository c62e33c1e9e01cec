/** Which texts and articles the composer proposes for what a customer wrote. */
import "./settings/browserless.ts";
import { describe, expect, test } from "vitest";
import { defaultTemplates } from "#server/tickets/templatedefaults.ts";
import type { Template } from "#server/tickets/templates.ts";
import { type Situation, suggestedTemplates } from "#src/console/ticket/composer/suggested.ts";

/** What a desk wrote itself, about two things that are asked every day. */
const own: Template[] = [
  {
    ...{ id: "vat", purpose: "custom", variables: [] },
    name: { en: "VAT number", zh: "增值税号" },
    body: {
      en: "You enter the VAT number of your company under Invoices, before you pay.",
      zh: "公司的税号在“发票”里填写，付款之前就可以填。",
    },
  },
  {
    ...{ id: "wifi", purpose: "custom", variables: [] },
    name: { en: "Camera and Wi-Fi", zh: "摄像机连不上网" },
    body: {
      en: "Hold the camera near the router and choose the 2.4 GHz network.",
      zh: "请把摄像机放到路由器旁边，选择 2.4G 网络。",
    },
  },
];
const templates = [...defaultTemplates.templates, ...own];

const situation: Situation = {
  ...{ locale: "en", said: "", status: "new", isUnanswered: true, isLate: false, first: null },
};
const proposed = (over: Partial<Situation>) =>
  suggestedTemplates(templates, { ...situation, ...over }).map(({ id }) => id);

describe("F118 a text of the phrase library for what was written", () => {
  test.each([
    ["en", "Where do I enter our VAT number before paying the invoice?", "vat"],
    ["en", "The camera loses the network although it hangs beside the router", "wifi"],
    ["zh", "开发票的时候公司税号在哪里填写", "vat"],
    ["zh", "摄像机老是连不上网络，路由器就在旁边", "wifi"],
  ] as const)("%s: %s → %s", (locale, said, id) => {
    expect(proposed({ locale, said })[0]).toBe(id);
  });

  test("one word in common, or words that are about nothing, are no reason", () => {
    expect(proposed({ said: "Is the number of your shop still valid?" })).not.toContain("vat");
    expect(proposed({ said: "You are the one that is to be before" })).not.toContain("vat");
  });
});

describe("F118 and one for how the ticket stands", () => {
  test.each([
    ["nobody has answered", {}, "received"],
    ["somebody is angry", { first: "calm_first" }, "calm_first"],
    ["it is L1", { first: "l1_first" }, "l1_first"],
    ["it goes on", { isUnanswered: false, status: "open" }, "progress"],
    ["a promise is late", { isUnanswered: false, isLate: true, status: "open" }, "delay"],
    [
      "others are waited for",
      { isUnanswered: false, status: "waiting_third_party" },
      "third_party",
    ],
  ] as const)("%s → %s", (_name, over, id) => {
    expect(proposed(over)).toContain(id);
  });

  test("never more than two, and none that isn't offered for the ticket", () => {
    const said = "VAT number of the company on the invoice; camera, router and network";
    expect(proposed({ said })).toHaveLength(2);
    expect(suggestedTemplates([], { ...situation, said })).toEqual([]);
  });
});
