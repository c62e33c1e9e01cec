/** Settings that can't be: each is answered in words, in both languages, before anything is stored. */
import type { Page } from "playwright-core";
import superjson from "superjson";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { m } from "#messages";
import type { Locale } from "../../content/schema.ts";
import { signIn } from "./signin.ts";
import { openDemo } from "./visitor.ts";

const demo = openDemo();

// biome-ignore lint/suspicious/noExplicitAny: a file is spoiled wherever it can be.
type Any = any;
type Spoiled = {
  kind: string;
  path: string;
  spoil: (document: Any) => void;
  /** A stretch of the sentence that has no value in it. */
  says: (to: { locale: Locale }) => string;
};

/** The longest stretch of a sentence between its values. */
const stretch = (text: string): string =>
  text.split("\0").toSorted((a, b) => b.length - a.length)[0]!;

const cases: Record<string, Spoiled> = {
  "a clock without a limit": {
    kind: "sla",
    path: "times",
    spoil: ({ policies }) => delete (policies![0] as Any).grades!.P2!.first_reply!.times![0]!.limit,
    says: (to) => m.console_setting_limit_missing({}, to),
  },
  "windows that overlap": {
    kind: "sla",
    path: "calendars",
    spoil: ({ calendars }) =>
      Object.assign(calendars!.working!.week!, {
        mon: [
          ["09:00", "12:00"],
          ["11:00", "18:00"],
        ],
      }),
    says: (to) => stretch(m.console_calendar_windows_overlap({ first: "\0", second: "\0" }, to)),
  },
  "two rules with one condition and two teams": {
    kind: "triage",
    path: "rules",
    spoil: ({ rules }) => {
      const list = rules as unknown as { id: string; then: object[]; when: object }[];
      list.unshift(
        ...["care", "finance"].map((team) => ({
          ...list[0]!,
          ...{ id: `R-${team}`, when: { all: [{ channel: ["phone"] }] } },
          // biome-ignore lint/suspicious/noThenProperty: the name of the field in the rule model.
          ...Object.fromEntries([["then", [{ do: "set", team }]]]),
        })),
      );
    },
    says: (to) => stretch(m.console_setting_rule_same_condition_other_team({ other: "\0" }, to)),
  },
  "a ladder that leads back": {
    kind: "ladder",
    path: "ladder",
    spoil: ({ levels }) => {
      const list = levels as unknown as { id: string; next: string | null }[];
      list.at(-1)!.next = list[0]!.id;
    },
    says: (to) => stretch(m.console_setting_ladder_loop({ id: "\0" }, to)),
  },
  "a template whose variable is missing": {
    kind: "templates",
    path: "templates",
    spoil: ({ templates }) => {
      const [one] = templates as unknown as { variables: object[] }[];
      one!.variables.splice(0, 1);
    },
    says: (to) =>
      stretch(m.console_setting_template_placeholder_without_variable({ name: "\0" }, to)),
  },
};

async function documentOf(page: Page, kind: string): Promise<Any> {
  const input = encodeURIComponent(superjson.stringify({ kind, version: 1 }));
  const answer = await page.request.get(`/api/trpc/settings.asFile?input=${input}`);
  const { result } = (await answer.json()) as { result: { data: never } };
  return parse(superjson.deserialize<string>(result.data)) as Any;
}

describe.each(["en", "zh"] as const)("a file with a fault in it (%s)", (locale) => {
  test("each is refused in a sentence that says what to do", async () => {
    const { page, complaints, context } = await demo.visitor(locale);
    await context.addInitScript((l) => localStorage.setItem("console-locale", l), locale);
    const { dataDir } = demo.product;
    await signIn(page, { dataDir, name: "Ada Lindqvist", locale, path: "/console/" });
    for (const [name, { kind, path, spoil, says }] of Object.entries(cases)) {
      await page.goto(`/console/settings/${path}`);
      const versions = page.getByRole("region", { name: m.settings_versions({}, { locale }) });
      await versions.getByRole("row").nth(1).waitFor();
      const file = await documentOf(page, kind);
      spoil(file.document!);
      await versions.locator("input[type=file]").setInputFiles({
        ...{ name: `${kind}.yml`, mimeType: "application/yaml" },
        buffer: Buffer.from(stringify(file)),
      });
      const answer = await versions.getByRole("alert").textContent();
      expect(answer, name).toContain(says({ locale }).trim());
      expect(await page.getByText(m.setup_save({}, { locale }), { exact: true }).count()).toBe(0);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
});
