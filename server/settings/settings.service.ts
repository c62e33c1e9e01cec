/** Changing settings: check, store as a new version, tell. Nothing in force is ever overwritten. */
import { parse, stringify } from "yaml";
import type { Tx } from "../db.ts";
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { notify } from "../live.ts";
import { calendarsInForce } from "../triage/ruleset.service.ts";
import {
  type Around,
  checkDocument,
  type SettingDocument,
  type SettingKind,
  type SettingProblem,
} from "./kinds.ts";
import { audit, insertVersion, latestVersion, listVersions, staffNames } from "./settings.repo.ts";

/** What documents may refer to, as things stand now. */
export async function aroundOf(deps: Deps, tx: Tx = deps.db): Promise<Around> {
  const { categories, modules } = deps.content();
  const staff = await staffNames(tx);
  const triage = await deps.settings.current("triage", tx);
  const teams = await deps.settings.current("teams", tx);
  const active = [...staff].filter(([, { active }]) => active).map(([id]) => id);
  return {
    now: deps.now().getTime(),
    people: new Set(active),
    categories: new Set(categories.map(({ id }) => id)),
    modules: new Set(modules.map(({ id }) => id)),
    triage: triage.document,
    teams: teams.document,
    calendars: await calendarsInForce(deps, tx),
  };
}

/** What is wrong with a document that is being written; nothing is stored. */
export async function check(
  deps: Deps,
  kind: SettingKind,
  data: unknown,
): Promise<SettingProblem[]> {
  return checkDocument(kind, data, await aroundOf(deps)).problems;
}

export type Change = {
  kind: SettingKind;
  data: unknown;
  /** Why, for the list of versions. */
  note: string;
  /** The version it was made from: a change in between is not overwritten. */
  base: number;
};

/**
 * Stores a document as the next version, in force from the next moment.
 * @returns its number. @throws Problem `setting_refused` (ask `check` for the reasons), `setting_changed`.
 */
export function save(deps: Deps, agent: Agent, change: Change): Promise<{ version: number }> {
  return deps.db.$transaction((tx) => saveIn(deps, tx, agent, change));
}

async function saveIn(
  deps: Deps,
  tx: Tx,
  agent: Agent,
  { kind, data, note, base }: Change,
): Promise<{ version: number }> {
  const { document, problems } = checkDocument(kind, data, await aroundOf(deps, tx));
  if (document === null)
    throw new Problem("setting_refused", { count: problems.length, code: problems[0]!.code });
  const at = deps.now();
  const version = base + 1;
  const isNext = (await latestVersion(tx, kind)) === base;
  const row = { kind, version, data: document as object, note, byId: agent.id, at };
  if (!isNext || !(await insertVersion(tx, row))) throw new Problem("setting_changed");
  await audit(tx, {
    at,
    userId: agent.id,
    action: "settings_saved",
    subject: kind,
    data: { version },
  });
  await notify(tx, { kind: "settings", id: kind });
  return { version };
}

/** Puts an earlier version in force again, as a new one: what was between stays on record. */
export async function restore(
  deps: Deps,
  agent: Agent,
  { kind, version, base, note }: { kind: SettingKind; version: number; base: number; note: string },
): Promise<{ version: number }> {
  const data = await deps.settings.version(kind, version).catch(() => null);
  if (data === null) throw new Problem("not_found");
  return save(deps, agent, { kind, data, base, note });
}

/** All versions, newest first, with the names of who made them. */
export async function versions(deps: Deps, kind: SettingKind) {
  await deps.settings.current(kind);
  const [rows, staff] = await Promise.all([listVersions(deps.db, kind), staffNames(deps.db)]);
  return rows.map(({ byId, ...row }) => ({ ...row, by: byId && (staff.get(byId)?.name ?? null) }));
}

/** A version as a file that `readFile` takes back. */
export async function asFile(deps: Deps, kind: SettingKind, version: number): Promise<string> {
  const document = await deps.settings.version(kind, version);
  return stringify({ answerable: kind, version, document });
}

export type ReadFile<K extends SettingKind = SettingKind> =
  | { document: SettingDocument<K>; problems: SettingProblem[] }
  | { document: null; problems: SettingProblem[] };

/** Reads a file made by `asFile`, or the bare document as YAML or JSON; nothing is stored. */
export async function readFile(deps: Deps, kind: SettingKind, text: string): Promise<ReadFile> {
  const data = parsed(text);
  if (data === undefined)
    return { document: null, problems: [{ code: "not_yaml", path: [], values: {} }] };
  const named = (data as { answerable?: string } | null)?.answerable;
  if (named !== undefined && named !== kind)
    return { document: null, problems: [{ code: "other_kind", path: [], values: { named } }] };
  const document = named ? (data as { document: unknown }).document : data;
  return checkDocument(kind, document, await aroundOf(deps));
}

function parsed(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
