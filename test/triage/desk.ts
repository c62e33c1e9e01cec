/** A desk with teams: who works where, and content whose form takes every case of the vectors. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Agent } from "#server/deps.ts";
import type { TriageDocument } from "#server/triage/documents.ts";
import type { TestApp } from "../app.ts";

/** The company's own folder, with two more products and a form that asks for the impact of everything. */
export function contentForVectors(): string {
  const folder = mkdtempSync(join(tmpdir(), "answerable-vectors-"));
  const content = join(import.meta.dirname, "../../content");
  cpSync(content, folder, { recursive: true, filter: (path) => !path.endsWith(".ts") });
  const change = (name: string, work: (text: string) => string) =>
    writeFileSync(join(folder, name), work(readFileSync(join(folder, name), "utf8")));
  change(
    "modules.yml",
    (text) =>
      `${text}- { id: av-call, title: { en: Calls, zh: 音视频 } }\n- { id: reports, title: { en: Reports, zh: 数据报表 } }\n`,
  );
  change("forms.yml", (text) =>
    text
      .replace(/(id: module\n\s+type: module\n)\s+required: true\n\s+when: .*\n/, "$1")
      .replace(/(id: impact\n\s+type: choice\n)\s+when: .*\n/, "$1"),
  );
  return folder;
}

/** Puts a person into a team. */
export const place = ({ deps }: TestApp, { id }: Agent, team: string, also: object = {}) =>
  deps.db.user.update({ where: { id }, data: { team, ...also } });

/** Saves the rules in force with a change. @returns the new version. */
export async function changeRules(
  app: TestApp,
  lead: Agent,
  change: (document: TriageDocument) => void,
): Promise<number> {
  const { settings } = app.as(lead);
  const { version, document } = await settings.current({ kind: "triage" });
  const data = structuredClone(document) as TriageDocument;
  change(data);
  return (await settings.save({ kind: "triage", data, note: "", base: version })).version;
}

/** A ticket's columns, its log, its last run, and who follows it. */
export async function standing({ deps }: TestApp, ticketId: string) {
  const { triageRuns, ...ticket } = await deps.db.ticket.findUniqueOrThrow({
    where: { id: ticketId },
    include: {
      triageRuns: { orderBy: { id: "desc" } },
      watchers: { orderBy: { userId: "asc" } },
      events: { orderBy: { id: "asc" } },
    },
  });
  return { ...ticket, run: triageRuns[0]!, runs: triageRuns.length };
}
