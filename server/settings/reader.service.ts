/** The documents in force, for every other feature. */
import type { Tx } from "../db.ts";
import { type SettingDocument, type SettingKind, settingKinds } from "./kinds.ts";
import { insertVersion, latestVersions, storedDocument } from "./settings.repo.ts";

export type InForce<K extends SettingKind> = { version: number; document: SettingDocument<K> };

export type Settings = {
  /** The version in force; its number is read each time, so that every process agrees. */
  current<K extends SettingKind>(kind: K, tx?: Tx): Promise<InForce<K>>;
  /** Several at once, for one question to the database. */
  currents<K extends SettingKind>(kinds: readonly K[], tx?: Tx): Promise<{ [N in K]: InForce<N> }>;
  /**
   * One version as it was in force. Always the same object, so that what is worked out of a calendar
   * stays with it. A version that was never stored is a fault of ours and throws.
   */
  version<K extends SettingKind>(kind: K, version: number, tx?: Tx): Promise<SettingDocument<K>>;
};

/** @param now when a document that came with the installation was first needed. */
export function openSettings(db: Tx, now: () => Date): Settings {
  const known = new Map<string, Promise<unknown>>();
  const read = async (tx: Tx, kind: SettingKind, version: number) => {
    const data = await storedDocument(tx, kind, version);
    if (data === null) throw new Error(`Settings ${kind} have no version ${version}.`);
    // What was stored passed the schema of its day; parsing fills in what has been added since.
    return settingKinds[kind].schema.parse(data);
  };
  const settings: Settings = {
    async current(kind, tx = db) {
      return (await settings.currents([kind], tx))[kind];
    },
    async currents(kinds, tx = db) {
      const latest = await latestVersions(tx, kinds);
      const found: [SettingKind, InForce<SettingKind>][] = [];
      for (const [place, kind] of kinds.entries()) {
        const version = latest[place] || (await begin(tx, kind, now()));
        found.push([kind, { version, document: await settings.version(kind, version, tx) }]);
      }
      return Object.fromEntries(found) as never;
    },
    version(kind, version, tx = db) {
      const key = `${kind} ${version}`;
      // A version never changes, so what one transaction read holds for all.
      const found = known.get(key) ?? read(tx, kind, version).catch(forget(key));
      known.set(key, found);
      return found as ReturnType<typeof settings.version<typeof kind>>;
    },
  };
  const forget = (key: string) => (error: unknown) => {
    known.delete(key);
    throw error;
  };
  return settings;
}

/** Version 1 is stored, not assumed: a later release may begin differently. */
async function begin(tx: Tx, kind: SettingKind, at: Date): Promise<number> {
  const data = settingKinds[kind].initial as object;
  await insertVersion(tx, { kind, version: 1, data, note: "", byId: null, at });
  return 1;
}
